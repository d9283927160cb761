"""pytest over the folders of tests/, in one run, so that its last line counts them all."""

import os
import subprocess
import sys

from ..template.source import ROOT

FAST = ("unit", "architecture", "contracts")
ALL = (*FAST, "integration", "security", "e2e")


def pytest(*folders: str) -> int:
    """pytest's exit code. T= replaces the folders and may carry pytest's own options."""
    chosen = os.environ.get("T", "").split()
    there = [f"tests/{folder}" for folder in folders if any((ROOT / "tests" / folder).glob("**/test_*.py"))]
    print(flush=True)
    return subprocess.run([sys.executable, "-m", "pytest", "-q", *(chosen or there)], cwd=ROOT, check=False).returncode
