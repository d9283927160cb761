"""Use cases of forms: definitions, records, lists, attachments. Ports stand in `ports.py`."""
