"""What else saving a record checks, fills in and writes, beyond its own values: one module for each such thing.

`Records` asks every aspect at four places: `sent`, before anything of what was sent is checked; `fill`, when the
values are canonical and formulas are not computed yet; `kept`, when all values are known; and `written`, in the work
that writes the record. An aspect that has nothing to do for a form returns at once, so a form without links pays for
none.
"""

from .aspect import CREATED, DELETED, RESTORED, STATE, UPDATED, Aspect, Filling, RecordChange

__all__ = ["CREATED", "DELETED", "RESTORED", "STATE", "UPDATED", "Aspect", "Filling", "RecordChange"]
