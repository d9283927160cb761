"""P11. Nobody finds out which addresses have an account, nor guesses passwords cheaply.

Sign-ins of every refused kind, interleaved, get the same answer after the same hashes and calls, and their medians lie
together; sign-up and reset answer alike for known and unknown; limits count by address and by the caller's real IP.
"""

import json
import re
import statistics
import time
from collections import defaultdict
from collections.abc import Callable

import pytest

from chalicelib.identity.hashing import Argon2Hasher

from ..faults import Plan, planned
from ..integration.conftest import ENVIRONMENT, Answer, Api
from ..security.company_fixture import PASSWORD, CompanyFixture
from .sizes import dice, size

KNOWN, GONE, UNKNOWN, UNVERIFIED = (
    "boss@victim.example.cn",
    "member@victim.example.cn",
    "nobody@victim.example.cn",
    "asked@victim.example.cn",
)
KINDS = {"known": (KNOWN, "wrong password"), **{each: (each, PASSWORD) for each in (GONE, UNKNOWN, UNVERIFIED)}}
_VARIES = re.compile(r"[0-9a-hjkmnp-tv-z]{26}|\d{4}-\d\d-\d\dT[\d:.]+Z")


@pytest.fixture
def hashes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """One entry an argon2 hash: what takes the time."""
    made: list[str] = []
    verify, new = Argon2Hasher.verify, Argon2Hasher.hash

    def verified(self: Argon2Hasher, stored: str | None, password: str) -> bool:
        made.append("verify")
        return verify(self, stored, password)

    def hashed(self: Argon2Hasher, password: str) -> str:
        made.append("hash")
        return new(self, password)

    monkeypatch.setattr(Argon2Hasher, "verify", verified)
    monkeypatch.setattr(Argon2Hasher, "hash", hashed)
    return made


@pytest.fixture(scope="module")
def peopled(fixture: CompanyFixture) -> CompanyFixture:
    """One who has left, one who never verified."""
    boss, ids = fixture.victim.browsers["administrator"], fixture.victim.ids
    version = boss.get(f"/v1/members/{ids['member']}").body["version"]
    path = f"/v1/members/{ids['member']}/deactivate"
    leaving = {"successor_id": ids["builder"]}
    assert boss.post(path, leaving, headers={"If-Match": f'"{version}"'}).status == 200
    asked = {"company": "A", "name": "Li", "email": UNVERIFIED, "password": PASSWORD, "language": "en"}
    assert Api(fixture.client).post("/v1/sign-up", asked).status == 202
    fixture.kept = fixture.store.keep()
    return fixture


def told(answer: Answer) -> tuple[int, str]:
    return answer.status, _VARIES.sub("<>", json.dumps([answer.body, {k: str(v) for k, v in answer.headers.items()}]))


def test_every_refusal_is_alike_in_answer_work_and_time(
    peopled: CompanyFixture, hashes: list[str], proved: Callable[..., None]
) -> None:
    rounds, chance = size(short=12, long=200), dice("P11 sign-in")
    answers, work = set(), set()
    seconds: dict[str, list[float]] = defaultdict(list)
    for _ in range(rounds):
        for kind in chance.sample(sorted(KINDS), len(KINDS)):
            email, password = KINDS[kind]
            hashes.clear()
            with peopled.undone(), planned(Plan()) as plan:
                began = time.perf_counter()
                answer = Api(peopled.client).post("/v1/session", {"email": email, "password": password})
                seconds[kind].append(time.perf_counter() - began)
            answers.add(told(answer))
            work.add((tuple(hashes), tuple(plan.calls)))
    assert len(answers) == 1
    assert next(iter(answers))[0] == 401
    assert len(work) == 1
    assert next(iter(work))[0] == ("verify",)
    medians = {kind: statistics.median(times) * 1000 for kind, times in seconds.items()}
    apart = max(medians.values()) - min(medians.values())
    if rounds >= 100:
        assert apart < max(5, 0.2 * statistics.median(medians.values())), medians
    proved(
        "P11",
        "sign-ins: wrong password, deactivated, unknown, never verified",
        sign_ins=rounds * len(KINDS),
        different_answers=len(answers),
        hashes_each=1,
        medians_apart_ms=round(apart, 1),
    )


def test_a_locked_address_says_the_same_whoever_has_it(
    peopled: CompanyFixture, hashes: list[str], proved: Callable[..., None]
) -> None:
    tries, answers = size(short=5, long=200), set()
    for email, _ in KINDS.values():
        with peopled.undone():
            api = Api(peopled.client)
            for _ in range(10):
                assert api.post("/v1/session", {"email": email, "password": "wrong password"}).status == 401
            hashes.clear()
            for _ in range(tries):
                answer = api.post("/v1/session", {"email": email, "password": PASSWORD})
                assert 0 < int(answer.headers.pop("Retry-After")) <= 900
                seen = told(answer)
                answers.add((seen[0], re.sub(r"\d+", "<n>", seen[1])))
            assert hashes == []
    assert {status for status, _ in answers} == {429}
    assert len(answers) == 1
    proved("P11", "right passwords at locked addresses of every kind", sign_ins=tries * len(KINDS), hashes=0, let_in=0)


@pytest.mark.parametrize("route", ["/v1/sign-up", "/v1/password/reset-request"])
def test_asking_for_a_mail_is_answered_alike_for_every_address(
    peopled: CompanyFixture, hashes: list[str], route: str, proved: Callable[..., None]
) -> None:
    rounds, answers, work = size(short=5, long=200), set(), set()
    for _ in range(rounds):
        for email, _ in KINDS.values():
            body = {"email": email}
            if route == "/v1/sign-up":
                body |= {"company": "B", "name": "Li", "password": PASSWORD, "language": "en"}
            hashes.clear()
            with peopled.undone(), planned(Plan()) as plan:
                answers.add(told(Api(peopled.client).post(route, body)))
            work.add((tuple(hashes), tuple(plan.calls)))
    assert {status for status, _ in answers} == {202}
    assert len(answers) == len(work) == 1
    proved("P11", f"{route} for addresses of every kind", requests=rounds * len(KINDS), different_answers=len(answers))


def by_ip(ip: str, key: str = ENVIRONMENT["BANLI_EDGE_KEY"]) -> dict[str, str]:
    """What our CDN says of the caller, if it proves to be ours."""
    return {"CloudFront-Viewer-Address": f"{ip}:4711", "X-Banli-Edge": key}


def test_an_address_is_locked_from_whatever_ip_the_guesses_come(
    peopled: CompanyFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chalicelib.identity.service.guesses.PER_ADDRESS", 10)
    with peopled.undone():
        statuses = [
            Api(peopled.client)
            .post("/v1/session", {"email": KNOWN, "password": f"guess {number}"}, headers=by_ip(f"9.9.9.{number}"))
            .status
            for number in range(12)
        ]
    assert statuses == [401] * 10 + [429] * 2


@pytest.mark.parametrize(
    "pretence",
    [
        lambda number: {"X-Forwarded-For": f"8.8.{number}.8"},
        lambda number: {"X-Real-IP": f"8.8.{number}.8", "Forwarded": f"for=8.8.{number}.8"},
        lambda number: {"CloudFront-Viewer-Address": f"8.8.{number}.8:1"},
        lambda number: by_ip(f"8.8.{number}.8", key="guessed"),
        lambda number: by_ip(f"8.8.{number}.8", key=""),
    ],
    ids=["X-Forwarded-For", "X-Real-IP", "no key", "wrong key", "empty key"],
)
def test_one_caller_is_one_ip_whatever_he_says(
    peopled: CompanyFixture, monkeypatch: pytest.MonkeyPatch, pretence: Callable[[int], dict[str, str]]
) -> None:
    """The IP is `requestContext.identity`'s; spread over rows, the limit may be passed by less than their number."""
    monkeypatch.setattr("chalicelib.identity.service.sign_in.PER_IP", 5)
    monkeypatch.setattr("chalicelib.identity.service.sign_in.SHARDS", 1)
    with peopled.undone():
        statuses = []
        for number in range(7):
            body = {"email": f"nobody{number}@victim.example.cn", "password": PASSWORD}
            statuses.append(Api(peopled.client).post("/v1/session", body, headers=pretence(number)).status)
        elsewhere = Api(peopled.client).post("/v1/session", body, headers=by_ip("7.7.7.7")).status
    assert statuses == [401] * 5 + [429] * 2
    assert elsewhere == 401
