"""Limits: counted when the attempt fails, not passed by racing, over when the window is."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from chalicelib.aws.table import table
from chalicelib.kernel.actor import system_actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.errors import Contended
from chalicelib.kernel.unit_of_work import UnitOfWork
from chalicelib.tenancy import api

from ..conftest import Cloud
from ..race import race

Make = Callable[..., UnitOfWork]
NOW = utc_now()


def hit(work: Make, maximum: int = 3, shards: int = 1) -> None:
    attempt = work(now=NOW)
    api.limit(attempt, "guess", "1.2.3.4", maximum, 900, shards=shards)
    table().commit(attempt)


def test_the_hit_beyond_the_maximum_is_refused_until_the_window_is_over(work: Make) -> None:
    for _ in range(3):
        hit(work)
    with pytest.raises(api.LimitReached) as refused:
        hit(work)
    assert refused.value.params == {"retry_after": 900}
    later = work(now=NOW + timedelta(seconds=900))
    api.limit(later, "guess", "1.2.3.4", 3, 900)


def test_limits_of_other_names_and_subjects_are_apart(work: Make) -> None:
    for _ in range(3):
        hit(work)
    other = work(now=NOW)
    api.limit(other, "guess", "1.2.3.5", 3, 900)
    api.limit(other, "else", "1.2.3.4", 3, 900)
    table().commit(other)


def test_racing_never_passes_the_maximum(work: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    def attempt() -> bool:
        while True:
            try:
                hit(work, 4)
                return True
            except Contended:
                continue
            except api.LimitReached:
                return False

    assert sorted(race(monkeypatch, [attempt] * 7)) == [False] * 3 + [True] * 4


def test_a_spread_limit_counts_all_its_rows(work: Make) -> None:
    for _ in range(5):
        hit(work, 5, shards=8)
    with pytest.raises(api.LimitReached) as refused:
        hit(work, 5, shards=8)
    assert refused.value.params == {"retry_after": 900}


def test_those_who_come_at_once_seldom_wait_for_each_other_at_a_spread_limit(work: Make) -> None:
    together = [UnitOfWork(system_actor(), NOW, operation_id=f"{number:026d}") for number in range(8)]
    for attempt in together:
        api.limit(attempt, "guess", "1.2.3.4", 100, 900, shards=64)
    for attempt in together:
        table().commit(attempt)


def test_racing_passes_a_spread_maximum_by_less_than_its_rows(work: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    def attempt() -> bool:
        while True:
            try:
                hit(work, 4, shards=3)
                return True
            except Contended:
                continue
            except api.LimitReached:
                return False

    assert 4 <= sum(race(monkeypatch, [attempt] * 12)) <= 4 + 2


def test_an_attempt_taken_back_is_not_counted_but_still_guarded(work: Make) -> None:
    right, wrong = work(now=NOW), work(now=NOW)
    for racing in (right, wrong):
        api.limit(racing, "guess", "1.2.3.4", 1, 900)
    api.refund(right, "guess", "1.2.3.4", 900)
    table().commit(wrong)
    with pytest.raises(Contended):
        table().commit(right)


def test_a_cleared_limit_starts_over(work: Make) -> None:
    for _ in range(3):
        hit(work)
    cleared = work(now=NOW)
    api.clear_limit(cleared, "guess", "1.2.3.4")
    table().commit(cleared)
    hit(work)


def test_counters_expire_by_themselves(work: Make, cloud: Cloud) -> None:
    hit(work)
    rows = [row for row in cloud.rows() if row["kind"]["S"] == "limit"]
    assert [int(row["ttl"]["N"]) for row in rows] == [int(NOW.timestamp()) + 900]
