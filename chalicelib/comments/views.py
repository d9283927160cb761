"""What the API answers for comments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .service import Shown


def comment(shown: Shown) -> dict[str, Any]:
    found = shown.comment
    return {
        "id": found.id,
        "record_id": found.record_id,
        "text": found.text,
        "mentions": list(found.mentions),
        "by": found.by,
        "at": found.at,
        "edited_at": found.edited_at,
        "deleted": found.deleted,
        "may": {"change": shown.may_change, "delete": shown.may_delete},
        "version": found.version,
    }
