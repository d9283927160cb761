"""`make bench`: the figures of benchmarks/ as a table and as `.local/bench.json`; none is a timed test."""

import subprocess
import sys

from ..template.source import ROOT


def main() -> int:
    return subprocess.run([sys.executable, "-m", "benchmarks"], cwd=ROOT, check=False).returncode
