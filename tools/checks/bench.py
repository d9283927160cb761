"""`make bench`: every benchmarks/bench_*.py prints its figures; none is a timed test."""

import runpy

from ..template.source import ROOT
from ..terminal import Stop


def main() -> int:
    found = sorted((ROOT / "benchmarks").glob("bench_*.py"))
    if not found:
        raise Stop("There is no benchmark in benchmarks/ yet.")
    for path in found:
        print(f"\n{path.stem.removeprefix('bench_').replace('_', ' ')}")
        runpy.run_path(str(path), run_name="__main__")
    return 0
