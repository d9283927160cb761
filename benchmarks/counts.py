"""How much each operation uses of AWS, with everything it causes behind, counted in process. `python -m
benchmarks.counts` prints it as JSON: no clock is asked, so the same code gives the same counts.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict

from . import approval
from .behind import Behind
from .company_fixture import cloud, sign_up
from .scenes import scenes
from .usage import Usage, total

ENTRIES = 1_000


def measure() -> dict[str, dict[str, Usage]]:
    """`answered`: each operation until its answer. `whole`: with all that it causes; there `approval` is a two-step
    approval from the submission to the mail that it is approved, and `sweep` and `check` what runs when nobody does
    anything.
    """
    answered, whole = {}, {}
    for name, first, rest in _operations():
        answered[name], whole[name] = first, total([first, rest])
    whole |= {"approval": _approval(), "sweep": _periodic("sweep_outboxes"), "check": _periodic("check_runs")}
    return {"answered": answered, "whole": whole}


def _operations() -> Iterator[tuple[str, Usage, Usage]]:
    with cloud() as entry:
        import app

        behind = Behind(app)
        with behind.counting():
            for scene in scenes(entry, (ENTRIES,)):
                behind.settle()
                yield scene.name, behind.answer(scene.event, hashes=scene.hashes), behind.settle()


def _approval() -> Usage:
    with approval.company() as approvals:
        return approvals.one()


def _periodic(function: str) -> Usage:
    """The look at every company's outbox, or at its runs, of one company in which nothing waits."""
    with cloud() as entry:
        import app

        sign_up(entry)
        behind = Behind(app)
        with behind.counting():
            behind.settle()
            behind.call(function, {})
            behind.settle()
            behind.call(function, {})  # the first look makes the list of runs whole
            return behind.settle()


def main() -> None:
    counted = {kind: {name: asdict(used) for name, used in each.items()} for kind, each in measure().items()}
    sys.stdout.write(json.dumps(counted))


if __name__ == "__main__":
    main()
