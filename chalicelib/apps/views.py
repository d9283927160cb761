"""What the API answers for apps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .domain import App


def app(found: App, default_id: str) -> dict[str, Any]:
    return {
        "id": found.id,
        "key": found.key,
        "name": found.name,
        "icon": found.icon,
        "color": found.color,
        "default": found.id == default_id,
        "menu": [{"kind": item.kind, "id": item.id} for item in found.menu],
        "version": found.version,
    }
