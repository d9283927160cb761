"""The unit of work records what a commit must expect."""

from chalicelib.kernel.actor import system_actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.work import NEVER, Key, Row, Work

ROW = Row(Key("record#1", "state"), "record", {}, 3, expires_at=1_800_000_000)


def test_a_replaced_row_expires_when_it_did() -> None:
    work = Work(system_actor("t" * 26), utc_now())
    work.replace(ROW, {"a": 1})
    assert work.changes[0].expires_at == 1_800_000_000


def test_never_takes_an_expiry_back() -> None:
    work = Work(system_actor("t" * 26), utc_now())
    work.replace(ROW, {"a": 1}, expires_at=NEVER)
    assert work.changes[0].expires_at is None
