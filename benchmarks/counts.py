"""How much each operation uses of AWS, with everything it causes behind, counted in process. `python -m
benchmarks.counts` prints it as JSON: no clock is asked, so the same code gives the same counts.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from .behind import Behind
from .company_fixture import cloud, join, sign_up
from .scenes import form_values, publish_flow, publish_form, scenes
from .usage import Usage

ENTRIES = 1_000


def measure() -> dict[str, dict[str, Usage]]:
    """`answered`: each operation until its answer. `whole`: with all that it causes; there `approval` is a two-step
    approval from the submission to the mail that it is approved, and `sweep` and `check` what runs when nobody does
    anything.
    """
    answered, whole = {}, {}
    for name, first, rest in _operations():
        answered[name], whole[name] = first, total([first, rest])
    whole |= {"approval": _approval(), "sweep": _periodic("sweep"), "check": _periodic("check_runs")}
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
    """A representative submits; two others approve, one after the other. The mails are of those who had none lately."""
    with cloud() as entry:
        import app

        admin = sign_up(entry)
        people = [join(admin, name) for name in ("rep", "first", "second")]
        form_id = publish_form(admin)
        publish_flow(admin, form_id, [_step(number, person_id) for number, (_, person_id) in enumerate(people[1:])])
        (rep, _), *deciders = people
        values = form_values(admin)
        behind = Behind(app)
        with behind.counting():
            behind.settle()
            submitted = rep.event("POST", "/v1/runs", {"form_id": form_id, "values": values})
            used = [behind.answer(submitted), behind.settle()]
            for number, (person, _) in enumerate(deciders, 1):
                (todo,) = person.call("GET", "/v1/todos")["items"]
                path = f"/v1/runs/{todo['run_id']}/tasks/t{number}/decide"
                used += [behind.answer(person.event("POST", path, {"decision": "approve"})), behind.settle()]
    return total(used)


def _step(number: int, member_id: str) -> dict[str, Any]:
    asked = [{"type": "member", "members": [member_id]}]
    return {"id": f"step{number}", "type": "approve", "name": f"Step {number}", "mode": "any", "approvers": asked}


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


def total(used: list[Usage]) -> Usage:
    whole = Usage()
    for each in used:
        for name, value in asdict(each).items():
            if name == "invoked":
                for function, (times, calls) in value.items():
                    before = whole.invoked.get(function, (0, 0))
                    whole.invoked[function] = (before[0] + times, before[1] + calls)
            else:
                setattr(whole, name, getattr(whole, name) + value)
    return whole


def main() -> None:
    counted = {kind: {name: asdict(used) for name, used in each.items()} for kind, each in measure().items()}
    sys.stdout.write(json.dumps(counted))


if __name__ == "__main__":
    main()
