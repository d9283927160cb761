"""The worker by itself: time, the budget of rows, what is passed over and what is not."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pytest

from chalicelib.jobs.domain import Job
from chalicelib.jobs.kinds import Item, JobKind, Subject
from chalicelib.jobs.service.jobs import Jobs
from chalicelib.jobs.service.runner import MAX_ROWS, SECONDS, SHARE, Runner
from chalicelib.kernel.errors import Invalid, Unavailable
from chalicelib.kernel.unit_of_work import Key, UnitOfWork

from .fakes import FakeStore, apart, failure, work


@dataclass
class Bench:
    """A kind with numbered items, its job, and a clock that an item moves on."""

    count: int = 45
    rows: int = 1
    act: Callable[[int], None] = lambda number: None
    takes: float = 0.0
    seconds: float = 0.0
    shares: list[int] = field(default_factory=list)
    store: FakeStore = field(default_factory=FakeStore)

    def __post_init__(self) -> None:
        kinds = {"toy": JobKind("toy", {}, "", self._find, self._act)}
        self.runner = Runner(self.store, lambda: kinds, apart=apart, failure=failure, seconds=lambda: self.seconds)
        self.jobs = Jobs(self.store, lambda: kinds)
        self.job_id = self.jobs.start(work(), "toy", {}, subject=Subject())

    @property
    def job(self) -> Job:
        return self.store.jobs[self.job_id]

    def run(self, depth: int = 0) -> UnitOfWork:
        own = work()
        own.depth = depth
        self.runner.run(own, self.job_id, self.job.epoch)
        return own

    def _find(self, own: UnitOfWork, job: Job, limit: int) -> Sequence[Item]:
        first = int(job.cursor or "0") + 1
        self.shares.append(0)
        return [Item(str(number), str(number)) for number in range(first, self.count + 1)[:limit]]

    def _act(self, own: UnitOfWork, job: Job, item: Item) -> None:
        self.seconds += self.takes
        self.shares[-1] += 1
        self.act(int(item.cursor))
        for row in range(self.rows):
            own.create(Key(f"toy#{item.cursor}", str(row)), "toy", {})


def test_shares_are_of_a_fixed_size_and_the_last_look_finds_nothing() -> None:
    bench = Bench()
    assert bench.run().events == []
    assert bench.shares == [SHARE, SHARE, 5, 0]
    assert (bench.job.state, bench.job.done, bench.job.cursor) == ("done", 45, "45")


def test_a_share_ends_before_a_transaction_is_full() -> None:
    bench = Bench(count=4, rows=45)
    bench.run()
    assert MAX_ROWS + 45 < 100
    assert bench.shares == [2, 2, 0]


def test_what_there_is_no_time_for_gets_a_message_which_is_no_chain_of_causes() -> None:
    bench = Bench(takes=SECONDS / SHARE + 0.1)
    first = bench.run(depth=7)
    assert [(each.type, each.data, each.depth) for each in first.events] == [
        ("jobs.JobQueued", {"job_id": bench.job_id, "epoch": 1}, 0)
    ]
    assert (bench.job.state, bench.job.done) == ("running", SHARE)
    assert [each.type for each in bench.run().events] == ["jobs.JobQueued"]
    assert bench.run().events == []
    assert bench.job.done == 45


def test_a_refused_share_is_taken_apart_and_only_the_culprit_is_passed_over() -> None:
    def refuse(number: int) -> None:
        if number == 7:
            raise Invalid()

    bench = Bench(act=refuse)
    bench.run()
    assert (bench.job.done, bench.job.failed) == (44, 1)
    assert [(each["item"], each["code"]) for each in bench.job.log] == [("7", "invalid")]
    assert bench.shares == [7, *[1] * 7, SHARE, 18, 0]


def test_a_fault_of_ours_is_logged_as_one_and_tells_nothing_of_itself() -> None:
    def fail(number: int) -> None:
        if number == 2:
            raise ZeroDivisionError

    bench = Bench(count=3, act=fail)
    bench.run()
    assert [(each["item"], each["code"]) for each in bench.job.log] == [("2", "internal")]


def test_an_outage_is_no_items_fault() -> None:
    def fail(number: int) -> None:
        raise Unavailable(service="table")

    bench = Bench(act=fail)
    with pytest.raises(Unavailable):
        bench.run()
    assert (bench.job.state, bench.job.done, bench.job.failed, bench.job.attempts) == ("running", 0, 0, 1)


def test_after_a_death_items_are_taken_one_by_one_so_that_a_deadly_one_is_alone() -> None:
    class Died(BaseException):
        pass

    def die(number: int) -> None:
        if number == 3:
            raise Died

    bench = Bench(count=5, act=die)
    with pytest.raises(Died):
        bench.run()
    assert bench.job.done == 0
    with pytest.raises(Died):
        bench.run()
    assert bench.job.done == 2


def test_only_the_last_hundred_failures_are_kept() -> None:
    def refuse(number: int) -> None:
        raise Invalid()

    bench = Bench(count=130, act=refuse)
    bench.run()
    assert (bench.job.failed, len(bench.job.log), bench.job.log[0]["item"]) == (130, 100, "31")
