"""Bytes of compressed script of the heaviest page that a visit may begin with, as the web app itself weighs them."""

import json
import subprocess
from pathlib import Path
from typing import Any

WEB = Path("web")


def measure() -> dict[str, Any]:
    """0 where the web app is not built."""
    if not (WEB / "dist/.vite/manifest.json").exists():
        return {"first_load_gzip_bytes": 0}
    command = ["node", "scripts/size.js", "--json"]
    answer = subprocess.run(command, cwd=WEB, check=False, capture_output=True, text=True)
    return dict(json.loads(answer.stdout))
