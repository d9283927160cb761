"""`make bench`: prints the table and leaves it as `.local/bench.json`."""

import json
import sys
from functools import partial
from pathlib import Path

from . import approval, engine, imports, web
from .cost_page import count, per_thousand
from .operations import Measured, all_operations

OUT = Path(".local/bench.json")
say = partial(print, file=sys.stdout, flush=True)
"""To the terminal, also while what the functions print goes nowhere."""
HEADER = (
    f"{'operation':<18}{'records':>9}{'calls':>7}{'read u.':>9}{'write u.':>10}{'CPU ms':>9}{'bare ms':>9}"
    f"{'ratio':>7}{'quartiles':>13}{'$ / 1,000':>11}"
)


def line(row: Measured, dollars: float) -> str:
    first, middle, third = row.ratio
    return (
        f"{row.name:<18}{row.records:>9}{row.calls:>7}{row.read_units:>9g}{row.write_units:>10g}"
        f"{row.cpu_ms:>9.2f}{row.floor_cpu_ms:>9.2f}{middle:>7.2f}{first:>8.2f}–{third:.2f}{dollars:>11.3f}"
    )


def main() -> None:
    steps = engine.measure()  # first, while this process is small
    dollars = {name: per_thousand(used) for name, used in count()["whole"].items()}
    say(HEADER)
    operations = []
    for row in all_operations():
        say(line(row, dollars[row.name]))
        operations.append(row.as_dict())
    whole = approval.measure()
    first, median, third = whole["cpu_ms"]
    say(
        f"\nan approval with everything behind it: {whole['invocations']} invocations, {median} ms CPU of our functions"
        f" (quartiles {first} and {third}), ${dollars['approval']:.3f} per 1,000; see docs/cost.md"
    )
    imported, bundle = imports.measure(), web.measure()
    say(
        f"\nimport app        {imported['app_cpu_ms']} ms CPU, its frameworks alone {imported['frameworks_cpu_ms']} ms"
        f" ({imported['ratio']} times); without bytecode {imported['uncompiled_app_cpu_ms']} ms"
    )
    say(f"cold start        {imported['first_answer_cpu_ms']} ms CPU from the start to the first answer")
    say(f"engine            {steps['steps_per_s']} steps a second on a ten-node flow")
    say(f"web, first load   {bundle['first_load_gzip_bytes']} bytes of script, compressed")
    OUT.parent.mkdir(exist_ok=True)
    figures = {"ops": operations, "approval": whole, "import": imported, "engine": steps, "web": bundle}
    OUT.write_text(json.dumps(figures, indent=2) + "\n")
    say(f"\nin {OUT}")


if __name__ == "__main__":
    main()
