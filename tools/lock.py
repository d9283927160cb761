"""`make lock`: pin everything that requirements.in and requirements-dev.in need, at the versions pip finds today."""

import json
import re
import sys
import tempfile
from pathlib import Path

from .template.source import ROOT
from .terminal import run, step

HEAD = "# Made by `make lock` from {source}; do not edit.\n"


def main() -> int:
    with step("requirements.txt"):
        _lock("requirements.in", "requirements.txt", "")
    with step("requirements-dev.txt"):
        _lock("requirements-dev.in", "requirements-dev.txt", "-r requirements.txt\n")
    return 0


def _lock(source: str, target: str, start: str) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        report = Path(scratch) / "report.json"
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--ignore-installed"]
        run(
            [*pip, "--report", str(report), "-r", source],
            f"{source} could not be resolved; the lines above say why.",
            cwd=ROOT,
        )
        found = json.loads(report.read_text("utf-8"))["install"]
    pins = {_normal(item["metadata"]["name"]): item["metadata"]["version"] for item in found}
    if start:
        pins = {name: version for name, version in pins.items() if name not in _names(ROOT / "requirements.txt")}
    lines = "".join(f"{name}=={version}\n" for name, version in sorted(pins.items()))
    (ROOT / target).write_text(HEAD.format(source=source) + start + lines, "utf-8")


def _names(lock: Path) -> set[str]:
    return {line.split("==")[0] for line in lock.read_text("utf-8").splitlines() if "==" in line}


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
