"""Whether a record can be changed as it stands, whoever asks."""

from ..domain.errors import RecordLocked, RecordMerged, RecordMerging
from ..domain.records import Record


def require_same(record: Record, asked_id: str) -> None:
    """Refuse to change what an id stands for since its record was merged: whoever asks has seen another record.

    Raises RecordMerged.
    """
    if record.id != asked_id:
        raise RecordMerged(record_id=record.id)


def require_unlocked(record: Record) -> None:
    """Raises RecordMerging, RecordLocked."""
    if record.merging:
        raise RecordMerging()
    if record.locked:
        raise RecordLocked()
