"""What the settings of links to records are called."""

RECORD = "record"
"""`refers_to` of a field whose values are ids of records."""
REFUSE, CLEAR, CASCADE = "refuse", "clear", "cascade"
"""`on_delete`: what becomes of a record when one that it is linked to is deleted."""
