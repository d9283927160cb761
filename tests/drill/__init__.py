"""`make drill`: the way back from damaged data, walked from end to end on a local cloud of its own.

Its steps are those of docs/operations.md for AWS. There a table is restored to a point in time; the local cloud knows
no time, so a copy that was taken before the damage stands for it. All else is the same code.
"""

import time
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from tools.client import Mismatch, wait_for
from tools.local import up
from tools.local.workdir import Workdir, free_ports
from tools.terminal import Stop, step

from .damage import damage
from .stage import Stage

OLD, NEW = "banli-local", "banli-local-restored"


def main() -> int:
    """Raises Stop."""
    with TemporaryDirectory(prefix="banli-drill-") as directory:
        workdir = Workdir(Path(directory), *free_ports(2))
        try:
            up.start(workdir)
            _drill(Stage(workdir))
        except Mismatch as mismatch:
            raise Stop(f"The drill failed. {mismatch}") from mismatch
        finally:
            up.stop(workdir)
    return 0


def _drill(stage: Stage) -> None:
    with step("A company at work"):
        open_run = stage.submit()
        wait_for("a table without a fault", lambda: not stage.faults(OLD))
    with step("A copy"):
        copy = stage.copy(OLD)
    copied = datetime.now(UTC)
    with step("Work after it, then damage"):
        stage.decide_once(open_run)
        touched = damage(stage, OLD, open_run)
    broken = stage.faults(OLD)
    began = time.monotonic()
    with step("Restored to a new table"):
        stage.restore(copy, NEW)
    with step("What a new table lacks, put there"):
        stream = stage.restore_settings(OLD, NEW)
    with step("Checked"):
        stage.require_clean(NEW)
    with step("The stack moved to it"):
        stage.move(NEW, stream)
    with step("Executions reconciled"):
        restarted = stage.reconcile(NEW)
    back = time.monotonic() - began
    kept = stage.count(OLD)
    with step("The open approval finished"):
        stage.finish(open_run)
        wait_for("a table without a fault", lambda: not stage.faults(NEW))
    if stage.count(OLD) != kept:
        raise Stop("The old table was written to after the move.")
    print(
        f"\n{touched} rows damaged, {len(broken)} faults found, none after the restore; {restarted} executions started"
        f" anew.\nBack after {back:.0f} s with the data of {copied:%H:%M:%S} UTC; what was decided since has to be"
        " decided again."
    )
