"""Rows of the table ↔ forms, records and attachments. Every key that forms uses is in `row_keys.py`."""
