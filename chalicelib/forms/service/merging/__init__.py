"""Merging two records of a form into one, and undoing it: asked for by people, carried out by a job."""
