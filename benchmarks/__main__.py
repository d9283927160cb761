"""`make bench`: prints the table and leaves it as `.local/bench.json`."""

import json
from pathlib import Path

from . import engine, imports, web
from .operations import Measured, all_operations

OUT = Path(".local/bench.json")
HEADER = (
    f"{'operation':<18}{'records':>9}{'calls':>7}{'read u.':>9}{'write u.':>10}{'CPU ms':>9}{'bare ms':>9}{'ratio':>7}"
)


def line(row: Measured) -> str:
    return (
        f"{row.name:<18}{row.records:>9}{row.calls:>7}{row.read_units:>9g}{row.write_units:>10g}"
        f"{row.cpu_ms:>9.2f}{row.floor_cpu_ms:>9.2f}{row.ratio:>7.2f}"
    )


def main() -> None:
    print(HEADER)
    operations = []
    for row in all_operations():
        print(line(row), flush=True)
        operations.append(row.as_dict())
    imported, steps, bundle = imports.measure(), engine.measure(), web.measure()
    print(
        f"\nimport app        {imported['app_cpu_ms']} ms CPU, its frameworks alone {imported['frameworks_cpu_ms']} ms"
        f" ({imported['ratio']} times); without bytecode {imported['uncompiled_app_cpu_ms']} ms"
    )
    print(f"cold start        {imported['first_answer_cpu_ms']} ms CPU from the start to the first answer")
    print(f"engine            {steps['steps_per_s']} steps a second on a ten-node flow")
    print(f"web, first load   {bundle['first_load_gzip_bytes']} bytes of script, compressed")
    OUT.parent.mkdir(exist_ok=True)
    figures = {"ops": operations, "import": imported, "engine": steps, "web": bundle}
    OUT.write_text(json.dumps(figures, indent=2) + "\n")
    print(f"\nin {OUT}")


if __name__ == "__main__":
    main()
