"""Which rows the use cases of forms read, so that they come with the session's in one batch."""

from collections.abc import Mapping

from ..kernel.session import Claim
from ..kernel.unit_of_work import Key
from . import row_keys

Path = Mapping[str, str]


def record(record_id: str) -> tuple[Key, ...]:
    """Whoever works with a record: an upper context's use cases, too."""
    return row_keys.record(record_id), row_keys.rollups(record_id)


def form(_: Claim, path: Path) -> tuple[Key, ...]:
    return (row_keys.head(path["form_id"]),)


def draft(_: Claim, path: Path) -> tuple[Key, ...]:
    return row_keys.head(path["form_id"]), row_keys.draft(path["form_id"])


def filling_in(_: Claim, path: Path) -> tuple[Key, ...]:
    return row_keys.head(path["form_id"]), row_keys.counters(path["form_id"])


def reading(who: Claim, path: Path) -> tuple[Key, ...]:
    """A record, and whether it was shared with who asks."""
    return *record(path["record_id"]), row_keys.shared(who.member_id, path["record_id"])


def attachment(who: Claim, path: Path) -> tuple[Key, ...]:
    return *reading(who, path), row_keys.attachment(path["attachment_id"])


def export(_: Claim, path: Path) -> tuple[Key, ...]:
    return (row_keys.export(path["export_id"]),)
