"""Time: aware UTC inside, ISO 8601 with `Z` on the wire, the tenant's zone only at the edge."""

from datetime import UTC, datetime, timedelta, tzinfo

EARLIEST = datetime.min.replace(tzinfo=UTC) + timedelta(days=1)
LATEST = datetime.max.replace(tzinfo=UTC, microsecond=999_000) - timedelta(days=1)
"""What may be stored: a day from the ends of the calendar, so that it can be told in every zone."""


def utc_now() -> datetime:
    return datetime.now(UTC)


def to_text(moment: datetime) -> str:
    """`2026-11-22T08:00:00.123Z`: fixed width, so that texts sort as moments do."""
    return moment.astimezone(UTC).isoformat("T", "milliseconds")[:23] + "Z"


def from_text(text: str) -> datetime:
    """Raises ValueError if it is no moment with a zone, or lies beyond the calendar in UTC."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(text)
    try:
        return moment.astimezone(UTC)
    except OverflowError as error:
        raise ValueError(text) from error


def in_zone(moment: datetime, zone: tzinfo) -> datetime:
    """The moment as a clock in `zone` shows it; one that the calendar there does not reach, as at its end."""
    return min(max(moment, EARLIEST), LATEST).astimezone(zone)
