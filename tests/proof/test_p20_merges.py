"""P20: a merge, and its undoing, move each linked record once, wherever their worker dies."""

from collections.abc import Callable
from typing import Any

from chalicelib.kernel.ids import new_id

from ..faults import Crashed, Fault, Plan, planned
from ..integration.conftest import Cloud
from ..integration.directory.company import Browser, Company
from ..integration.forms.merged import Customers
from ..integration.jobs.worker import deliver, messages
from .sizes import dice, size

POINTS = size(short=3, long=60)
"""Calls to AWS, by chance, at which the worker dies."""


def told(desk: Customers, *records: dict[str, Any]) -> list[Any]:
    """What the records hold, by the names of what they link to."""
    names = {each["id"]: each["values"]["name"] for each in records}

    def named(value: Any) -> Any:
        if isinstance(value, list):
            return [named(each) for each in value]
        if isinstance(value, dict):
            return {name: named(each) for name, each in value.items()}
        return names.get(value, value)

    found = [desk.get(each) for each in records]
    pairs = zip(found, records, strict=True)
    return [(each["id"] == asked["id"], each["version"], named(each["values"])) for each, asked in pairs]


def carried_out(desk: Customers, job_id: str, plan: Plan) -> None:
    """The plan's fault at the first delivery; then the message comes again until it is taken."""
    (message,) = [each for each in messages(desk.company.cloud) if each["subject"] == job_id]
    try:
        with planned(plan):
            taken = deliver(message)
    except Crashed:
        taken = False
    while not taken:
        taken = deliver(message)
    desk.work()


def run(cloud: Cloud, browser: Browser, merging: Plan, undoing: Plan) -> list[Any]:
    desk = Customers.open(Company.found(cloud, browser, f"boss@{new_id()}.example.cn"))
    east, south = desk.two()
    contacts = [desk.contacts.filled({"name": each, "customer": south["id"]}) for each in ("一", "二", "三")]
    visit = desk.visits.filled({"name": "访", "customers": [south["id"], east["id"]], "guests": [{"who": south["id"]}]})
    records = (east, south, *contacts, visit)
    started = desk.merge(east, south).body
    carried_out(desk, started["job_id"], merging)
    merged = told(desk, *records)
    carried_out(desk, desk.undo(east, started["merge_id"]).body["job_id"], undoing)
    return [merged, told(desk, *records)]


def test_a_merge_and_its_undoing_end_alike_wherever_their_worker_dies(
    cloud: Cloud, browser: Browser, proved: Callable[..., None]
) -> None:
    counting = (Plan(), Plan())
    undisturbed = run(cloud, browser, *counting)
    chance = dice("P20 merges")
    for _ in range(POINTS):
        kinds = [chance.choice((Fault.CRASH_BEFORE, Fault.CRASH_AFTER)) for _ in counting]
        plans = [Plan(kind, chance.randrange(len(each.calls))) for kind, each in zip(kinds, counting, strict=True)]
        assert run(cloud, browser, *plans) == undisturbed, plans
        assert all(each.struck for each in plans)
    proved("P20", "a merge and its undoing: crashes at calls by chance", crashes=2 * POINTS)
