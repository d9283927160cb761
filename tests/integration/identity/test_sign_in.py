"""Sign-in: one answer for every refusal, the same work behind it, and limits that racing does not pass."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from argon2 import PasswordHasher

from chalicelib.aws.table import TenantTable, table
from chalicelib.identity import wiring
from chalicelib.identity.domain.errors import SignInRefused
from chalicelib.identity.hashing import Argon2Hasher
from chalicelib.identity.service.sign_in import SignIn
from chalicelib.identity.store import AccountRepository, LoginRepository
from chalicelib.kernel.actor import Actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.ids import SYSTEM_TENANT
from chalicelib.kernel.unit_of_work import UnitOfWork
from chalicelib.tenancy import api as tenancy

from ..conftest import ENVIRONMENT, Answer, Api, Cloud
from ..directory.company import PASSWORD, Browser, Company
from ..race import race

BOSS = "boss@east.example.cn"
LEFT = "left@east.example.cn"


def sign_in(api: Api, email: str = BOSS, password: str = PASSWORD, **more: Any) -> Answer:
    return api.post("/v1/session", {"email": email, "password": password, **more})


@pytest.fixture
def with_a_leaver(company: Company) -> Company:
    _, member_id = company.join(LEFT)
    version = company.member(member_id)["version"]
    left = company.boss.post(f"/v1/members/{member_id}/deactivate", {}, headers={"If-Match": f'"{version}"'})
    assert left.status == 200, left.body
    return company


def test_signing_in_gives_guarded_cookies_and_no_token_in_the_body(company: Company, browser: Browser) -> None:
    api = browser()
    answer = sign_in(api, " BOSS@East.Example.CN ")
    assert answer.status == 200
    access, refresh, device = answer.headers["Set-Cookie"]
    lines = ((access, "/v1", 900), (refresh, "/v1/session", 30 * 86400), (device, "/v1/session", 365 * 86400))
    for line, path, seconds in lines:
        attributes = [part.strip() for part in line.split(";")[1:]]
        expected = [f"Path={path}", f"Max-Age={seconds}", "HttpOnly", "SameSite=Strict", "Secure"]
        assert attributes == expected
    assert not any(token in str(answer.body) for token in api.cookies.values())
    assert answer.body["companies"] == [{"tenant_id": company.id, "company": "华东工业品有限公司"}]
    assert api.get("/v1/session").body == answer.body


def test_cookies_are_not_secure_where_the_web_app_is_served_without_tls(
    company: Company, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BANLI_WEB_ORIGIN", "http://127.0.0.1:8080")
    assert "Secure" not in "".join(sign_in(browser()).headers["Set-Cookie"])


@pytest.mark.parametrize(
    ("email", "password"),
    [
        (BOSS, "not the password"),
        ("nobody@east.example.cn", PASSWORD),
        ("nobody@east.example.cn", "not the password"),
        (LEFT, PASSWORD),
        (LEFT, "not the password"),
        (BOSS, PASSWORD + " "),
    ],
)
def test_every_refusal_is_the_same_answer(with_a_leaver: Company, browser: Browser, email: str, password: str) -> None:
    api = browser()
    refused = sign_in(api, email, password)
    shown = {name: value for name, value in refused.body.items() if name != "correlation_id"}
    assert (refused.status, shown) == (
        401,
        {
            "type": "urn:banli:error:sign_in_refused",
            "title": "The address or the password is not right, or the account is not active.",
            "status": 401,
            "code": "sign_in_refused",
        },
    )
    assert "Set-Cookie" not in refused.headers
    assert api.cookies == {}


def test_an_address_that_signed_up_but_never_verified_is_refused_alike(cloud: Cloud, browser: Browser) -> None:
    api = browser()
    body = {"company": "A", "name": "Li", "email": "new@east.example.cn", "password": PASSWORD, "language": "en"}
    assert api.post("/v1/sign-up", body).status == 202
    assert sign_in(api, "new@east.example.cn").code == "sign_in_refused"


class CountingHasher(Argon2Hasher):
    def __init__(self) -> None:
        self.checked: list[bool] = []

    def verify(self, stored: str | None, password: str) -> bool:
        self.checked.append(stored is not None)
        return super().verify(stored, password)


@pytest.mark.parametrize(
    ("email", "password"), [(BOSS, "wrong password"), ("nobody@east.example.cn", PASSWORD), (LEFT, PASSWORD)]
)
def test_every_refusal_hashes_once_and_reads_and_writes_as_much(
    with_a_leaver: Company, monkeypatch: pytest.MonkeyPatch, email: str, password: str
) -> None:
    calls: list[str] = []
    original = TenantTable._call

    def counted(self: TenantTable, operation: Any, *args: Any, **kwargs: Any) -> Any:
        calls.append(operation.__name__)
        return original(self, operation, *args, **kwargs)

    monkeypatch.setattr(TenantTable, "_call", counted)
    hasher = CountingHasher()
    service = SignIn(hasher, AccountRepository(), LoginRepository(), wiring.sessions(), tenancy)
    work = UnitOfWork(Actor(SYSTEM_TENANT, ip="5.5.5.5"), utc_now())
    with pytest.raises(SignInRefused):
        service.enter(work, email, password, tenant_id=None, user_agent="")
    assert len(hasher.checked) == 1
    assert calls == ["batch_get_item"] * 6
    assert len(work.changes) == 4


def test_an_address_is_locked_after_ten_wrong_tries_known_or_not(company: Company, browser: Browser) -> None:
    for email in (BOSS, "nobody@east.example.cn"):
        api = browser()
        for _ in range(10):
            assert sign_in(api, email, "wrong password").status == 401
        locked = sign_in(api, email)
        assert (locked.status, locked.code) == (429, "limit_reached")
        assert 0 < int(locked.headers["Retry-After"]) <= 900


ELSEWHERE = {"CloudFront-Viewer-Address": "9.9.9.9:4711", "X-Banli-Edge": ENVIRONMENT["BANLI_EDGE_KEY"]}


def guess(api: Api, times: int, headers: dict[str, str] | None = None) -> list[int]:
    body = {"email": BOSS, "password": "wrong password"}
    return [api.post("/v1/session", body, headers=headers or {}).status for _ in range(times)]


def test_a_strangers_guesses_do_not_lock_the_owner_out(company: Company, browser: Browser) -> None:
    assert guess(browser(), 12, ELSEWHERE) == [401] * 10 + [429] * 2
    assert sign_in(browser()).status == 200


def test_a_device_on_which_the_owner_signed_in_before_is_let_through(company: Company, browser: Browser) -> None:
    known = browser()
    sign_in(known)
    known.call("DELETE", "/v1/session")
    assert guess(browser(), 11) == [401] * 10 + [429]
    assert sign_in(known).status == 200


def test_guesses_from_everywhere_close_the_address_to_all_but_known_devices(
    company: Company, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chalicelib.identity.service.guesses.PER_ADDRESS", 3)
    known = browser()
    sign_in(known)
    for number in range(3):
        assert guess(browser(), 1, ELSEWHERE | {"CloudFront-Viewer-Address": f"9.9.9.{number}:1"}) == [401]
    assert sign_in(browser()).code == "limit_reached"
    assert sign_in(known).status == 200


def test_a_known_device_is_no_way_to_guess_on(company: Company, browser: Browser) -> None:
    known = browser()
    sign_in(known)
    assert guess(known, 11) == [401] * 10 + [429]


def test_the_device_of_a_colleague_is_a_strangers(company: Company, browser: Browser) -> None:
    company.join("lin@east.example.cn")
    colleague = browser()
    assert sign_in(colleague, "lin@east.example.cn").status == 200
    assert guess(browser(), 10) == [401] * 10
    assert sign_in(colleague).code == "limit_reached"


def test_an_ipv6_caller_is_one_origin_by_network(company: Company, browser: Browser) -> None:
    by = [ELSEWHERE | {"CloudFront-Viewer-Address": f"[2001:db8:1:2::{number:x}]:443"} for number in range(11)]
    assert [guess(browser(), 1, headers)[0] for headers in by] == [401] * 10 + [429]


def test_a_sign_in_repeated_after_signing_out_begins_a_session_that_works(company: Company, browser: Browser) -> None:
    api, key = browser(), {"Idempotency-Key": "once"}
    first = api.call("POST", "/v1/session", {"email": BOSS, "password": PASSWORD}, headers=key)
    api.call("DELETE", "/v1/session")
    api.cookies.clear()
    again = api.call("POST", "/v1/session", {"email": BOSS, "password": PASSWORD}, headers=key)
    assert again.body["session_id"] != first.body["session_id"]
    assert api.get("/v1/session").status == 200


def test_right_passwords_are_never_counted(company: Company, browser: Browser) -> None:
    for _ in range(12):
        assert sign_in(browser()).status == 200


def test_an_address_is_locked_no_sooner_because_its_owner_was_here(company: Company, browser: Browser) -> None:
    """A try less for an address whose owner has just signed in would tell that it has one."""
    assert sign_in(browser()).status == 200
    statuses = [sign_in(browser(), password="wrong password").status for _ in range(11)]
    assert statuses == [401] * 10 + [429]


def test_a_right_password_forgives_the_wrong_ones_before(company: Company, browser: Browser) -> None:
    for _ in range(2):
        for _ in range(6):
            assert sign_in(browser(), password="wrong password").status == 401
        assert sign_in(browser()).status == 200


def test_one_address_trying_many_accounts_is_stopped(
    company: Company, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chalicelib.identity.service.sign_in.PER_IP", 5)
    api = browser()
    for number in range(5):
        assert sign_in(api, f"nobody{number}@east.example.cn").status == 401
    assert sign_in(api).status == 429


def test_guessing_at_once_gives_no_more_guesses(
    company: Company, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The right guess is the last to be committed: it must not slip past the limit that the others reached."""
    monkeypatch.setattr("chalicelib.identity.service.guesses.PER_ORIGIN", 3)
    passwords = [PASSWORD, *(f"wrong password {number}" for number in range(5))]
    answers = race(monkeypatch, [partial(sign_in, browser(), BOSS, password) for password in passwords])
    assert [answer.status for answer in answers] == [429, 429, 429, 401, 401, 401]


def test_a_burst_from_one_office_is_let_in_and_hashes_no_more_than_once_each(
    company: Company, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each loses its first race: those who came first wrote the same rows while it hashed."""
    hashes: list[str] = []
    verify = Argon2Hasher.verify

    def counted(self: Argon2Hasher, stored: str | None, password: str) -> bool:
        hashes.append(password)
        return verify(self, stored, password)

    monkeypatch.setattr(Argon2Hasher, "verify", counted)
    answers = race(monkeypatch, [partial(sign_in, browser()) for _ in range(8)])
    assert [answer.status for answer in answers] == [200] * 8
    assert len(hashes) == 8


def test_sign_ins_and_refusals_are_in_the_companys_audit_log(company: Company, browser: Browser) -> None:
    sign_in(browser(), password="wrong password")
    sign_in(browser())
    entries = company.boss.get("/v1/audit?action=session.").body["items"]
    assert [(entry["action"], entry["target"]["id"]) for entry in entries] == [
        ("session.started", company.boss_id),
        ("session.refused", company.boss_id),
    ]
    assert entries[0]["actor"]["id"] == company.boss_id
    assert entries[1]["actor"]["id"] == ""
    assert all(entry["ip"] == "127.0.0.1" for entry in entries)


def test_a_hash_of_older_parameters_is_renewed_at_sign_in(
    company: Company, browser: Browser, work: Callable[..., UnitOfWork]
) -> None:
    rows, weak = AccountRepository(), PasswordHasher(1, 8192, 1).hash(PASSWORD)
    setting = work()
    account = rows.find(setting, BOSS)
    assert account is not None
    rows.change(setting, replace(account, password_hash=weak))
    table().commit(setting)
    assert sign_in(browser()).status == 200
    renewed = rows.find(work(), BOSS)
    assert renewed is not None
    assert "m=19456,t=2,p=1" in renewed.password_hash
    assert sign_in(browser()).status == 200


def test_a_repeated_sign_in_is_one_session(company: Company, browser: Browser) -> None:
    api, key = browser(), {"Idempotency-Key": "once"}
    first = api.call("POST", "/v1/session", {"email": BOSS, "password": PASSWORD}, headers=key)
    again = browser().call("POST", "/v1/session", {"email": BOSS, "password": PASSWORD}, headers=key)
    assert first.body["session_id"] == again.body["session_id"]
    stolen = browser().call("POST", "/v1/session", {"email": BOSS, "password": "guess"}, headers=key)
    assert stolen.code == "idempotency_key_reused"


def test_bad_input_is_named(cloud: Cloud, browser: Browser) -> None:
    assert sign_in(browser(), "no address").body["errors"][0]["code"] == "email_invalid"
    assert sign_in(browser(), password="x" * 1025).body["errors"][0]["path"] == "/password"
    assert sign_in(browser(), tenant_id="acme").body["errors"][0]["path"] == "/tenant_id"
