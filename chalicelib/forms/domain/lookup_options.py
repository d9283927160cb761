"""What a pulled-through field does when its source changes."""

LIVE = "live"
"""It follows."""
FROZEN = "frozen"
"""It stays as it was when the record was chosen."""
