"""The unit of work records what a commit must expect."""

from chalicelib.kernel.actor import system_actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.unit_of_work import NEVER, Key, Row, UnitOfWork

ROW = Row(Key("record#1", "state"), "record", {}, 3, expires_at=1_800_000_000)


def test_a_replaced_row_expires_when_it_did() -> None:
    work = UnitOfWork(system_actor("t" * 26), utc_now())
    work.replace(ROW, {"a": 1})
    assert work.changes[0].expires_at == 1_800_000_000


def test_never_takes_an_expiry_back() -> None:
    work = UnitOfWork(system_actor("t" * 26), utc_now())
    work.replace(ROW, {"a": 1}, expires_at=NEVER)
    assert work.changes[0].expires_at is None


def test_what_is_slow_is_made_once_for_all_runs_of_a_request() -> None:
    made: list[str] = []

    def make() -> str:
        made.append("made")
        return "hash"

    first = UnitOfWork(system_actor("t" * 26), utc_now())
    again = UnitOfWork(system_actor("t" * 26), utc_now(), request_cache=first.request_cache)
    another = UnitOfWork(system_actor("t" * 26), utc_now())
    assert [work.memoize(("hash", "password"), make) for work in (first, again, another)] == ["hash"] * 3
    assert len(made) == 2
