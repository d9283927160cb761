"""Bytes of compressed script of the heaviest page that a visit may begin with, as the built web app weighs it."""

import json
import subprocess
from pathlib import Path
from typing import Any

WEB = Path("web")


def measure() -> dict[str, Any]:
    """Over the budget, too, is a figure: `npm run size` is what refuses it."""
    command = ["node", "scripts/size.js", "--json"]
    answer = subprocess.run(command, cwd=WEB, check=False, stdout=subprocess.PIPE, text=True)
    if not answer.stdout:
        raise SystemExit("the web app could not be weighed; the lines above say why")
    return dict(json.loads(answer.stdout))
