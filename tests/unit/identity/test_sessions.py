"""Which tokens are good when, and what a refresh token leads to."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from chalicelib.identity.domain.accounts import Account, Login, Membership
from chalicelib.identity.domain.errors import AlreadyMember, SessionEnded, TooManyCompanies
from chalicelib.identity.domain.sessions import Session

NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
SECOND, MINUTE, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(days=1)
SESSION = Session("s" * 26, "a" * 26, "m" * 26, "c" * 26, 5, 0, NOW - DAY, NOW)
LOGIN = Login("a" * 26, "m" * 26, "c" * 26)


@pytest.mark.parametrize(
    ("generation", "after", "good"),
    [
        (5, timedelta(0), True),
        (5, 15 * MINUTE - SECOND, True),
        (5, 15 * MINUTE, False),
        (4, 29 * SECOND, True),
        (4, 30 * SECOND, False),
        (3, timedelta(0), False),
        (6, timedelta(0), False),
    ],
)
def test_access_token_by_generation_and_age(generation: int, after: timedelta, good: bool) -> None:
    assert SESSION.admits(generation, NOW + after) is good


def test_refreshing_the_current_generation_rotates() -> None:
    later = NOW + 10 * MINUTE
    refreshed = SESSION.refreshed(5, later)
    assert refreshed is not None
    assert (refreshed.generation, refreshed.rotated_at, refreshed.created_at) == (6, later, SESSION.created_at)


def test_refreshing_the_generation_before_in_time_changes_nothing() -> None:
    assert SESSION.refreshed(4, NOW + 29 * SECOND) is SESSION


@pytest.mark.parametrize(("generation", "after"), [(4, 30 * SECOND), (3, timedelta(0)), (1, timedelta(0))])
def test_refreshing_an_older_generation_is_reuse(generation: int, after: timedelta) -> None:
    assert SESSION.refreshed(generation, NOW + after) is None


def test_a_generation_that_never_was_is_no_reuse() -> None:
    with pytest.raises(SessionEnded):
        SESSION.refreshed(6, NOW)


def test_a_session_lives_thirty_days_after_its_last_refresh_and_ninety_in_all() -> None:
    assert SESSION.is_open(LOGIN, NOW + 30 * DAY - SECOND)
    assert not SESSION.is_open(LOGIN, NOW + 30 * DAY)
    old = replace(SESSION, created_at=NOW - 89 * DAY)
    assert old.is_open(LOGIN, NOW + DAY - SECOND)
    assert not old.is_open(LOGIN, NOW + DAY)


def test_a_session_that_was_left_stays_for_the_retry_only() -> None:
    left = SESSION.left(NOW)
    assert left.is_open(LOGIN, NOW + 29 * SECOND)
    assert not left.is_open(LOGIN, NOW + 30 * SECOND)


@pytest.mark.parametrize("login", [None, LOGIN.closed(), LOGIN.without_sessions(), LOGIN.closed().reopened()])
def test_a_session_ends_with_its_login(login: Login | None) -> None:
    assert not SESSION.is_open(login, NOW)


def account(*tenants: str) -> Account:
    return Account("c" * 26, "a@b.co", "Li", "hash", tuple(Membership(each, "m" * 26) for each in tenants))


def test_an_account_joins_a_company_once() -> None:
    joined = account("x").joined(Membership("y", "m" * 26))
    assert [held.tenant_id for held in joined.memberships] == ["x", "y"]
    with pytest.raises(AlreadyMember):
        joined.joined(Membership("x", "n" * 26))


def test_an_account_joins_twenty_companies_at_most() -> None:
    with pytest.raises(TooManyCompanies):
        account(*(f"t{number}" for number in range(20))).joined(Membership("y", "m" * 26))
