"""Time: aware UTC inside, ISO 8601 with `Z` on the wire, the tenant's zone only at the edge."""

from datetime import UTC, datetime


def utc_now() -> datetime:
    return datetime.now(UTC)


def to_text(moment: datetime) -> str:
    """`2026-11-22T08:00:00.123Z`: fixed width, so that texts sort as moments do."""
    return moment.astimezone(UTC).isoformat("T", "milliseconds")[:23] + "Z"


def from_text(text: str) -> datetime:
    """Raises ValueError if it is no moment with a zone."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(text)
    return moment.astimezone(UTC)
