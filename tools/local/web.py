"""The web app: npm packages and build, each when its inputs changed."""

import re
import shutil
from pathlib import Path

from ..hashing import Stamp, fingerprint
from ..template.source import ROOT
from ..terminal import Stop, run, step, unchanged

WEB = ROOT / "web"
DIST = WEB / "dist"
NODE = 20


def build(stamps: Path) -> None:
    """Make web/dist. Raises Stop."""
    install(stamps)
    stamp = Stamp(stamps / "web")
    inputs = fingerprint([path for path in sorted(WEB.iterdir()) if path.name not in ("node_modules", "dist")])
    if stamp.matches(inputs) and (DIST / "index.html").exists():
        unchanged("Web app")
        return
    with step("Web app"):
        npm("The web app could not be built; the lines above say why.", "run", "build")
    stamp.set(inputs)


def install(stamps: Path) -> None:
    """npm packages from the lock file."""
    require_node()
    stamp = Stamp(stamps / "npm")
    inputs = fingerprint([WEB / "package.json", WEB / "package-lock.json"])
    if stamp.matches(inputs) and (WEB / "node_modules").exists():
        unchanged("npm packages")
        return
    with step("npm packages"):
        npm(
            "npm packages could not be installed: check the network (or the registry npm is set to) and try again.",
            "ci",
            "--no-audit",
            "--no-fund",
        )
    stamp.set(inputs)


def npm(excuse: str, *arguments: str) -> None:
    run(["npm", *arguments], excuse, cwd=WEB)


def require_node() -> None:
    wanted = f"The web app needs Node.js {NODE} or newer with npm: install it from https://nodejs.org"
    if shutil.which("node") is None or shutil.which("npm") is None:
        raise Stop(f"{wanted} and run the same command again.")
    found = re.match(r"v(\d+)", run(["node", "--version"], wanted))
    if found is None or int(found[1]) < NODE:
        raise Stop(f"{wanted}; this machine has {found[0] if found else 'an unknown version'}.")
