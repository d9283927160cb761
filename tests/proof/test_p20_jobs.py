"""P20: a job does each item once, wherever its worker dies.

Enumerated, not sampled: every AWS call of a job × five faults, the calls of the retry by single items included. After
the fault the message comes again, as its queue would give it back, until it is taken.
"""

import json
from collections.abc import Callable, Iterator
from functools import partial

import pytest

from chalicelib.aws.table import table
from chalicelib.jobs.domain import Job
from chalicelib.jobs.wiring import jobs
from chalicelib.kernel.actor import system_actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.ids import new_id
from chalicelib.kernel.unit_of_work import UnitOfWork

from ..faults import Crashed, Fault, Plan, planned
from ..integration.conftest import Cloud
from ..integration.jobs.toy import Toy, get, registered, stamped, start
from ..integration.jobs.worker import deliver, messages
from .sizes import size

COUNT = size(short=4, long=24)
"""In the long form more than one share."""


@pytest.fixture
def toy() -> Iterator[Toy]:
    with registered(Toy(bad={2})) as made:
        yield made


def outcome(cloud: Cloud, tenant: str, job_id: str) -> tuple[object, ...]:
    job: Job = get(tenant, job_id)
    failures = [(each["item"], each["code"]) for each in job.log]
    marks = list(cloud.rows(f"T#{tenant}#jobs#active"))
    told = [each["data"]["state"] for each in cloud.events() if each["subject"] == job_id and "state" in each["data"]]
    rows = [(sort, doc, version) for sort, doc, version in stamped(cloud, tenant)]
    return job.state, job.done, job.failed, job.cursor, failures, told, marks, rows


def run(cloud: Cloud, plan: Plan) -> tuple[object, ...]:
    """A job in a company of its own, with the plan's fault at its first delivery."""
    tenant = new_id()
    job_id = start(tenant, COUNT)
    (message,) = [each for each in messages(cloud) if each["subject"] == job_id]
    message = json.loads(json.dumps(message))
    try:
        with planned(plan):
            taken = deliver(message)
    except Crashed:
        taken = False
    while not taken:
        taken = deliver(message)
    return outcome(cloud, tenant, job_id)


def test_a_job_ends_alike_wherever_its_worker_dies(cloud: Cloud, toy: Toy, proved: Callable[..., None]) -> None:
    counting = Plan()
    undisturbed = run(cloud, counting)
    assert undisturbed[:4] == ("done", COUNT - 1, 1, f"{COUNT:03d}")
    struck = 0
    for at in range(len(counting.calls)):
        for fault in Fault:
            plan = Plan(fault, at)
            assert run(cloud, plan) == undisturbed, (fault, at, counting.calls[at])
            struck += plan.struck
    assert struck == len(counting.calls) * len(Fault)
    proved("P20", "a job: every AWS call × five faults", calls=len(counting.calls), faults=struck, items=COUNT)


def steer(verb: str, tenant: str, job_id: str) -> None:
    work = UnitOfWork(system_actor(tenant), utc_now())
    getattr(jobs(), verb)(work, job_id)
    table().commit(work)


def stopping(at: int, stop: Callable[[], None]) -> Callable[[int], None]:
    """Calls `stop` the first time that the item `at` is begun."""
    due = iter([stop])

    def before(number: int) -> None:
        if number == at:
            next(due, lambda: None)()

    return before


def test_a_job_stopped_anywhere_and_resumed_ends_alike(cloud: Cloud, toy: Toy, proved: Callable[..., None]) -> None:
    undisturbed = run(cloud, Plan())
    for stop_at in range(1, COUNT + 1):
        tenant = new_id()
        job_id = start(tenant, COUNT)
        toy.before = stopping(stop_at, partial(steer, "stop", tenant, job_id))
        own = [each for each in messages(cloud) if each["subject"] == job_id]
        assert deliver(own[0])
        assert get(tenant, job_id).state == "stopped"
        steer("resume", tenant, job_id)
        again = [each for each in messages(cloud) if each["subject"] == job_id and each not in own]
        assert deliver(again[0])
        found = outcome(cloud, tenant, job_id)
        assert found[5] == ["stopped", "done"]
        assert (*found[:5], *found[6:]) == (*undisturbed[:5], *undisturbed[6:])
    proved("P20", "a job: stopped at every item and resumed", stops=COUNT, items=COUNT)
