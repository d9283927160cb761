"""A kind of job for tests: it stamps numbered items, each with a row that must not exist yet, so that doing one twice
would be refused, and an event.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from chalicelib.aws.table import table
from chalicelib.jobs.domain import Job
from chalicelib.jobs.extensions import KINDS
from chalicelib.jobs.kinds import Item, JobKind, Subject
from chalicelib.jobs.wiring import jobs
from chalicelib.kernel import extensions
from chalicelib.kernel.actor import Actor, system_actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.errors import Conflict
from chalicelib.kernel.unit_of_work import Key, UnitOfWork

from ..conftest import Cloud

NAME = "tests.stamp"


class Unstampable(Conflict):
    """With a code that has words."""

    code = "conflict"


@dataclass
class Toy:
    """`bad` numbers cannot be stamped; `broken` makes looking for items fail; `before` is called before each item."""

    bad: set[int] = field(default_factory=set)
    broken: bool = False
    skips: bool = True
    before: Callable[[int], None] = lambda number: None

    def kind(self) -> JobKind:
        words = {"zh-CN": "盖章", "en": "Stamp"}
        return JobKind(NAME, words, "forms.build", self.find, self.act, self.finish, skips=self.skips)

    def find(self, work: UnitOfWork, job: Job, limit: int) -> Sequence[Item]:
        if self.broken:
            raise RuntimeError("nothing can be found")
        first = int(job.cursor or "0") + 1
        return [Item(f"{each:03d}", f"No {each}") for each in range(first, int(job.params["count"]) + 1)[:limit]]

    def act(self, work: UnitOfWork, job: Job, item: Item) -> None:
        number = int(item.cursor)
        self.before(number)
        work.create(Key(f"toy#{job.id}", item.cursor), "toy", {"number": number, "by": work.actor.member_id})
        if number in self.bad:
            raise Unstampable()

    def finish(self, work: UnitOfWork, job: Job) -> None:
        work.create(Key(f"toy#{job.id}", "end"), "toy", {"done": job.done})


@contextmanager
def registered(toy: Toy) -> Iterator[Toy]:
    before = extensions.replace(KINDS)
    extensions.replace(KINDS, *before, extensions.ready(toy.kind()))
    try:
        yield toy
    finally:
        extensions.replace(KINDS, *before)


def start(tenant_id: str, count: int, actor: Actor | None = None, **more: Any) -> str:
    """The id of a new job on items 1 to `count`."""
    work = UnitOfWork(actor or system_actor(tenant_id), utc_now())
    job_id = jobs().start(work, NAME, {"count": count}, subject=Subject("form", "f", "报价单"), total=count, **more)
    table().commit(work)
    return job_id


def get(tenant_id: str, job_id: str) -> Job:
    return jobs().get(UnitOfWork(system_actor(tenant_id), utc_now()), job_id)


def stamped(cloud: Cloud, tenant_id: str) -> list[tuple[str, str, str]]:
    """Every row that items left, with its version: an item that was done twice would show."""
    rows = cloud.rows(f"T#{tenant_id}#toy#")
    return sorted((row["sk"]["S"], row["doc"]["S"], row["v"]["N"]) for row in rows)
