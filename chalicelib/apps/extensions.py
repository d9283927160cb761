"""What upper contexts provide to apps."""

from typing import TYPE_CHECKING

from ..kernel.extensions import Port

if TYPE_CHECKING:
    from .service import Contents

CONTENTS: "Port[Contents]" = Port("apps.contents")
"""Who keeps things in apps, and says which."""
