"""Duplicate rules: which records of a form, and of others beside it, are the same, and whether that is refused."""
