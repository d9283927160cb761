"""Bytes of script that the first page loads, gzip-compressed: the entry and what it imports at once."""

import gzip
import re
from pathlib import Path
from typing import Any

DIST = Path("web/dist")


def measure() -> dict[str, Any]:
    """0 where the web app is not built."""
    page = DIST / "index.html"
    if not page.exists():
        return {"first_load_gzip_bytes": 0}
    scripts = re.findall(r'(?:src|href)="/?([^"]+\.js)"', page.read_text(encoding="utf-8"))
    return {"first_load_gzip_bytes": sum(len(gzip.compress((DIST / name).read_bytes(), 9)) for name in set(scripts))}
