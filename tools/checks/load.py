"""`make load`: sustained load on a local cloud of its own (benchmarks/load.py)."""

import subprocess
import sys

from ..template.source import ROOT


def main() -> int:
    return subprocess.run([sys.executable, "-m", "benchmarks.load"], cwd=ROOT, check=False).returncode
