"""`make bench`: the figures of benchmarks/ as a table and as `.local/bench.json`; none is a timed test."""

import subprocess
import sys

from ..local import web
from ..local.workdir import here
from ..template.source import ROOT


def main() -> int:
    web.build(here().stamps)  # its first load is one of the figures
    return subprocess.run([sys.executable, "-m", "benchmarks"], cwd=ROOT, check=False).returncode
