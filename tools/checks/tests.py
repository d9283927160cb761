"""pytest over the folders of tests/, in one run, so that its last line counts them all."""

import os
import subprocess
import sys

from ..template.source import ROOT

FAST = ("unit", "architecture", "contracts")
ALL = (*FAST, "integration", "upgrade", "security", "proof", "e2e", "browser")


def pytest(*folders: str, spread: bool = False) -> int:
    """pytest's exit code. T= replaces the folders and may carry pytest's own options; `spread` uses all processors."""
    chosen = os.environ.get("T", "").split()
    there = [f"tests/{folder}" for folder in folders if any((ROOT / "tests" / folder).glob("**/test_*.py"))]
    options = ["-q", "--numprocesses=auto"] if spread and not chosen else ["-q"]
    print(flush=True)
    command = [sys.executable, "-m", "pytest", *options, *(chosen or there)]
    return subprocess.run(command, cwd=ROOT, check=False).returncode
