"""A two-step approval with everything that it causes, from the submission to the mail that it is approved.

Who submits and who approves are new each time, so that nobody has had mails lately and their number is the same.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import quantiles
from typing import Any

from .behind import Behind
from .company_fixture import Person, cloud, join, sign_up
from .scenes import form_values, publish_flow, publish_form
from .usage import Usage, total

TIMES = 10


@dataclass(slots=True)
class Approvals:
    """One company in which approvals are done, one after the other."""

    admin: Person
    behind: Behind
    _done: int = 0

    def one(self) -> Usage:
        """A representative submits; two others approve, one after the other."""
        self._done += 1
        people = [join(self.admin, f"{name}{self._done}") for name in ("rep", "first", "second")]
        form_id = publish_form(self.admin)
        publish_flow(
            self.admin, form_id, [_step(number, person_id) for number, (_, person_id) in enumerate(people[1:])]
        )
        (rep, _), *deciders = people
        values = form_values(self.admin)
        behind = self.behind
        with behind.counting():
            behind.settle()
            behind.cpu_s = 0.0
            submitted = rep.event("POST", "/v1/runs", {"form_id": form_id, "values": values})
            used = [behind.answer(submitted), behind.settle()]
            for number, (person, _) in enumerate(deciders, 1):
                (todo,) = person.call("GET", "/v1/todos")["items"]
                path = f"/v1/runs/{todo['run_id']}/tasks/t{number}/decide"
                used += [behind.answer(person.event("POST", path, {"decision": "approve"})), behind.settle()]
        return total(used)


@contextmanager
def company() -> Iterator[Approvals]:
    with cloud() as entry:
        import app

        yield Approvals(sign_up(entry), Behind(app))


def measure() -> dict[str, Any]:
    """`invocations` of one, by function, and the quartiles of its CPU in ms: of all our functions together, without
    what the doubles of AWS take. The first is not counted: it loads what the others find loaded.
    """
    with company() as approvals:
        used = approvals.one()
        cpu_ms = []
        for _ in range(TIMES):
            approvals.one()
            cpu_ms.append(approvals.behind.cpu_s * 1000)
    return {
        "invocations": used.invocations,
        "functions": {function: times for function, (times, _) in used.invoked.items()},
        "cpu_ms": [round(each, 1) for each in quantiles(cpu_ms, n=4)],
    }


def _step(number: int, member_id: str) -> dict[str, Any]:
    asked = [{"type": "member", "members": [member_id]}]
    return {"id": f"step{number}", "type": "approve", "name": f"Step {number}", "mode": "any", "approvers": asked}
