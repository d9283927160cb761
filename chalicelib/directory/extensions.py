"""What upper contexts provide to the directory, which does not know them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..kernel.extensions import Port

if TYPE_CHECKING:
    from .service.ports import Handover, References

HANDOVER: Port[Handover] = Port("directory.handover")
"""Who keeps open to-dos of members, and hands them to a successor."""

REFERENCES: Port[References] = Port("directory.references")
"""Who keeps definitions that name roles, departments, positions or members."""
