"""What the settings of links to records are called."""

RECORD = "record"
"""`refers_to` of a field whose values are ids of records."""
REFUSE, CLEAR, CASCADE = "refuse", "clear", "cascade"
"""`on_delete`: what becomes of a record when one that it is linked to is deleted."""
HIDDEN_WORDS = {"zh-CN": "（无权查看）", "en": "(not yours to see)"}
"""What stands for the title of a record that the reader may not read."""
