"""What the `endpoint` decorator promises to every route, shown on a small application of its own."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from chalice import Blueprint, Chalice
from chalice.test import Client

from chalicelib import edge
from chalicelib.aws.table import table
from chalicelib.edge import PAGE_QUERY, PUBLIC, SIGNED_IN, Claim, Request, Response, SessionRef, endpoint
from chalicelib.kernel import extensions
from chalicelib.kernel.actor import Actor, system_actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.errors import Conflict, Denied, Invalid, Unauthenticated
from chalicelib.kernel.ids import SYSTEM_TENANT
from chalicelib.kernel.unit_of_work import Key, UnitOfWork

from ..conftest import Api, Cloud

TENANT, MEMBER = "a" * 26, "m" * 26
COUNTER = Key("counter", "state")


class Refused(Conflict):
    code = "conflict"


class Counted(Invalid):
    code = "invalid"
    keeps_work = True


class FakeAuthenticator:
    """The cookie is the member's rights, plus separated; `revoked` is a session that ended."""

    def claim(self, cookies: Mapping[str, str]) -> Claim | None:
        return Claim(TENANT, MEMBER, cookies["rights"], 1) if "rights" in cookies else None

    def prefetch(self, claim: Claim) -> Iterable[tuple[str, Key]]:
        return [(claim.tenant_id, Key("session", claim.session_id))]

    def actor(self, work: UnitOfWork, claim: Claim, *, ip: str, language: str, correlation_id: str) -> Actor:
        rights = frozenset(claim.session_id.split("+"))
        if "revoked" in rights:
            raise Unauthenticated()
        return Actor(
            TENANT,
            MEMBER,
            permissions=rights,
            language=language or "en",
            ip=ip,
            correlation_id=correlation_id,
            read_only="expired" in rights,
        )

    def is_usable(self, work: UnitOfWork, session: SessionRef) -> bool:
        return table().get(work, Key("ended", session.session_id)) is None

    def cookies(self, session: SessionRef | None) -> list[str]:
        return ["a=1; Path=/", "b=2; Path=/"] if session else ["a=; Max-Age=0"]


def make_app() -> Chalice:  # noqa: C901 - one small route a promise
    app = Chalice(app_name="sample")
    routes = Blueprint(__name__)

    @routes.route("/things", methods=["POST"])
    @endpoint("things.make", summary="", tag="t", status=201)
    def make(call: Request) -> Response:
        row = table().get(call.work, COUNTER)
        number = row.doc["n"] + 1 if row else 1
        if row and (call.body.get("race") == "always" or (call.body.get("race") and number == 2)):
            _race()
        if row:
            call.work.replace(row, {"n": number})
        else:
            call.work.create(COUNTER, "counter", {"n": number})
        return Response({"n": number}, version=number)

    @routes.route("/things/{thing_id}", methods=["GET"])
    @endpoint(SIGNED_IN, summary="", tag="t", query=PAGE_QUERY)
    def read(call: Request, thing_id: str) -> dict[str, Any]:
        return {"id": thing_id, "query": call.query, "ip": call.ip}

    @routes.route("/things/{thing_id}", methods=["PUT"])
    @endpoint(SIGNED_IN, summary="", tag="t", if_match=True)
    def change(call: Request, thing_id: str) -> dict[str, Any]:
        return {"version": call.version, "body": {name: str(value) for name, value in call.body.items()}}

    @routes.route("/count", methods=["POST"])
    @endpoint(PUBLIC, summary="", tag="t")
    def count(call: Request) -> None:
        call.work.create(Key("counted", "failure"), "counted", {})
        raise Counted()

    @routes.route("/session", methods=["POST"])
    @endpoint(PUBLIC, summary="", tag="t")
    def sign_in(call: Request) -> Response:
        return Response({}, session=SessionRef(TENANT, MEMBER, "s" * 26, 1))

    @routes.route("/own-things", methods=["POST"])
    @endpoint(SIGNED_IN, summary="", tag="t", status=201)
    def make_own(call: Request) -> Response:
        """Rights are decided inside the use case."""
        if not call.actor.may("things.make"):
            raise Denied()
        call.work.create(Key("own", "thing"), "thing", {}, refusal=Refused())
        return Response({"made": True})

    @routes.route("/ask", methods=["POST"])
    @endpoint(SIGNED_IN, summary="", tag="t", saves=False)
    def ask(call: Request) -> dict[str, Any]:
        call.work.create(Key("never", "written"), "never", {})
        return {"answer": 42}

    @routes.route("/broken", methods=["GET"])
    @endpoint(SIGNED_IN, summary="", tag="t")
    def broken(call: Request) -> None:
        raise ZeroDivisionError("secret detail")

    app.register_blueprint(routes)
    return app


def _race() -> None:
    """Somebody else counts between our read and our commit."""
    other = UnitOfWork(system_actor(TENANT), utc_now())
    row = table().get(other, COUNTER)
    assert row is not None
    other.replace(row, {"n": row.doc["n"] + 1})
    table().commit(other)


@pytest.fixture
def api(cloud: Cloud) -> Iterator[Api]:
    saved_app = list(edge.endpoint.__globals__["_app"])
    app = make_app()
    edge.attach(app)
    saved = extensions.replace(edge.AUTHENTICATOR, FakeAuthenticator)
    with Client(app, project_dir=str(Path(__file__).parents[3]), stage_name="test") as client:
        yield Api(client, cookies={"rights": "things.make"})
    edge.endpoint.__globals__["_app"][:] = saved_app
    extensions.replace(edge.AUTHENTICATOR, *saved)


def test_a_post_repeated_with_its_key_answers_the_same_and_acts_once(api: Api) -> None:
    key = {"Idempotency-Key": "once"}
    first, again = api.post("/things", {"x": 1}, headers=key), api.post("/things", {"x": 1}, headers=key)
    assert (first.status, first.body, first.headers["ETag"]) == (201, {"n": 1}, '"1"')
    assert (again.status, again.body, again.headers["ETag"]) == (201, {"n": 1}, '"1"')
    assert api.post("/things").body == {"n": 2}


@pytest.mark.parametrize("path", ["/things", "/own-things"])
def test_a_repeated_post_is_refused_once_the_right_is_gone(api: Api, path: str) -> None:
    key = {"Idempotency-Key": "once"}
    first = api.post(path, headers=key)
    assert (first.status, api.post(path, headers=key).body) == (201, first.body)
    api.cookies = {"rights": "other"}
    assert api.post(path, headers=key).status == 403
    api.cookies = {"rights": "things.make"}
    assert api.post(path, headers=key).body == first.body


def test_a_repeated_post_of_a_trial_that_ended_since_finds_its_answer(api: Api) -> None:
    key = {"Idempotency-Key": "once"}
    first = api.post("/things", headers=key)
    api.cookies = {"rights": "things.make+expired"}
    assert api.post("/things", headers=key).body == first.body


def test_a_session_that_is_over_is_not_handed_out_again(api: Api, cloud: Cloud) -> None:
    api.cookies, key = {}, {"Idempotency-Key": "sign-in"}
    assert "replayed" not in api.post("/session", headers=key).headers
    before = [item for item in cloud.rows() if item["kind"]["S"] == "idempotency"]
    _end_session()
    answer = api.post("/session", headers=key)
    after = [item for item in cloud.rows() if item["kind"]["S"] == "idempotency"]
    assert answer.status == 200
    assert [item["v"] for item in after] != [item["v"] for item in before], "run as a new request"


def _end_session() -> None:
    work = UnitOfWork(system_actor(SYSTEM_TENANT), utc_now())
    work.create(Key("ended", "s" * 26), "ended", {})
    table().commit(work)


def test_a_key_used_for_another_request_is_refused(api: Api) -> None:
    key = {"Idempotency-Key": "once"}
    api.post("/things", {"x": 1}, headers=key)
    other = api.post("/things", {"x": 2}, headers=key)
    assert (other.status, other.code) == (409, "idempotency_key_reused")


@pytest.mark.parametrize("key", ["", " ", "x" * 201, "键"])
def test_a_post_without_a_usable_key_is_refused_before_anything_happens(api: Api, cloud: Cloud, key: str) -> None:
    answer = api.post("/things", headers={"Idempotency-Key": key})
    assert (answer.status, answer.code) == (400, "idempotency_key_missing")
    assert cloud.rows() == []


def test_the_loser_of_a_race_runs_again_on_what_is_there_now(api: Api) -> None:
    assert api.post("/things").body == {"n": 1}
    assert api.post("/things", {"race": True}).body == {"n": 3}


class Hourglass:
    """In place of `time`: who would sleep is later at once."""

    def __init__(self) -> None:
        self.slept = 0.0

    def sleep(self, seconds: float) -> None:
        self.slept += seconds

    def monotonic(self) -> float:
        return self.slept


def test_who_loses_every_time_is_asked_to_come_again(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chalicelib.edge.conflict_retry.time", Hourglass())
    api.post("/things")
    answer = api.post("/things", {"race": "always"}, headers={"Idempotency-Key": "again"})
    assert (answer.status, answer.code, answer.headers["Retry-After"]) == (503, "contended", "1")
    assert api.post("/things", {"race": "always"}, headers={"Idempotency-Key": "again"}).status == 503


def test_a_missing_right_is_denied_and_nothing_is_written(api: Api, cloud: Cloud) -> None:
    api.cookies = {"rights": "other"}
    assert (api.post("/things").status, cloud.rows()) == (403, [])


def test_nobody_and_a_revoked_session_are_answered_alike(api: Api) -> None:
    path = "/things/" + "b" * 26
    api.cookies = {}
    nobody = api.get(path)
    api.cookies = {"rights": "revoked"}
    revoked = api.get(path)
    assert nobody.status == revoked.status == 401
    assert nobody.code == revoked.code == "unauthenticated"


def test_an_expired_trial_reads_but_does_not_write(api: Api, cloud: Cloud) -> None:
    api.cookies = {"rights": "things.make+expired"}
    assert api.get("/things/" + "b" * 26).status == 200
    answer = api.post("/things")
    assert (answer.status, answer.code, cloud.rows()) == (403, "tenant_read_only", [])


def test_a_failure_that_must_be_remembered_is_written(api: Api, cloud: Cloud) -> None:
    assert api.post("/count").status == 422
    assert [item["kind"]["S"] for item in cloud.rows()] == ["counted"]


def test_a_question_by_post_writes_nothing(api: Api, cloud: Cloud) -> None:
    assert api.call("POST", "/ask", {}, headers={"Idempotency-Key": ""}).body == {"answer": 42}
    assert cloud.rows() == []


def test_session_cookies_travel_as_separate_headers_on_replay_too(api: Api) -> None:
    api.cookies = {}
    for _ in range(2):
        answer = api.post("/session", headers={"Idempotency-Key": "sign-in"})
        assert answer.headers["Set-Cookie"] == ["a=1; Path=/", "b=2; Path=/"]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "https://evil.test"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "https://banli.test", "Sec-Fetch-Site": "same-origin"}, 201),
    ],
)
def test_another_site_may_not_act_with_our_cookies(api: Api, headers: dict[str, str], status: int) -> None:
    assert api.post("/things", headers=headers).status == status


@pytest.mark.parametrize("raw", [b"{", b"[]", b'{"a":1,"a":2}', b'{"a":NaN}', b"[" * 100_000])
def test_a_body_that_is_no_json_object_is_refused(api: Api, raw: bytes) -> None:
    answer = api.call("POST", "/things", raw=raw)
    assert (answer.status, answer.code) == (400, "body_malformed")


GBK = '{"客户": "华东工业品"}'.encode("gbk")


@pytest.mark.parametrize("raw", [b"\xff", GBK, GBK.decode("utf-8", "replace").encode()])
def test_a_body_that_is_not_utf_8_is_refused_and_not_stored_as_question_marks(
    api: Api, cloud: Cloud, raw: bytes
) -> None:
    """API Gateway reads a body as UTF-8 and hands bytes that are not on as U+FFFD."""
    answer = api.call("POST", "/things", raw=raw)
    assert (answer.status, answer.code, cloud.rows()) == (422, "body_not_utf8", [])


def test_the_texts_that_lost_characters_are_named(api: Api) -> None:
    answer = api.call("POST", "/things", raw='{"a":{"b":["ok","\ufffd"]},"c":"\\ufffd"}'.encode())
    assert [fault["path"] for fault in answer.body["errors"]] == ["/a/b/1", "/c"]


@pytest.mark.parametrize("name", ["GBK", "gb18030", "utf-16", "iso-8859-1"])
def test_another_charset_is_refused(api: Api, name: str) -> None:
    answer = api.call("POST", "/things", raw=b"{}", headers={"Content-Type": f'application/json; charset="{name}"'})
    assert (answer.status, answer.code, answer.body["params"]) == (415, "charset_unsupported", {"charset": name})


def test_utf_8_by_name_is_what_it_is_without(api: Api) -> None:
    assert api.call("POST", "/things", {}, headers={"Content-Type": "application/json;charset=UTF-8"}).status == 201


def test_another_kind_of_content_is_a_problem_in_the_callers_language(api: Api) -> None:
    answer = api.call("POST", "/things", raw=b"a,b", headers={"Content-Type": "text/csv"})
    assert (answer.status, answer.code, answer.headers["Content-Type"]) == (
        415,
        "media_unsupported",
        "application/problem+json",
    )
    assert answer.body["title"] == "The content type text/csv is not supported: send application/json."


def test_a_wrong_method_is_a_problem_that_names_the_right_ones(api: Api) -> None:
    answer = api.call("PATCH", "/things/" + "b" * 26)
    assert (answer.status, answer.code) == (405, "method_not_allowed")
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "PUT"}
    assert answer.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("text", ["%EF%BF%BD", "%00", "%ED%A0%80"])
def test_a_query_that_no_text_can_hold_is_refused(api: Api, text: str) -> None:
    assert api.get("/things/" + "b" * 26 + f"?cursor={text}").status == 422


def test_a_body_over_the_limit_names_the_limit(api: Api) -> None:
    answer = api.call("POST", "/things", raw=b'{"a":"' + b"x" * 1_000_000 + b'"}')
    assert (answer.status, answer.body["title"]) == (413, "Too large: the limit is 1000 KB.")


def test_numbers_with_a_point_arrive_exactly(api: Api) -> None:
    answer = api.call("PUT", "/things/" + "b" * 26, raw=b'{"a":0.1}', headers={"If-Match": '"3"'})
    assert answer.body == {"version": 3, "body": {"a": "0.1"}}


@pytest.mark.parametrize("given", ["", "*", '"x"', '"03"', '"1", "2"'])
def test_a_change_needs_the_version_that_was_read(api: Api, given: str) -> None:
    answer = api.call("PUT", "/things/" + "b" * 26, {}, headers={"If-Match": given})
    assert (answer.status, answer.code) == (428, "if_match_missing")


def test_a_weak_validator_never_matches(api: Api) -> None:
    answer = api.call("PUT", "/things/" + "b" * 26, {}, headers={"If-Match": 'W/"3"'})
    assert (answer.status, answer.code) == (412, "if_match_weak")


@pytest.mark.parametrize("thing", ["x", "A" * 26, "T%23x", "..%2f", "b" * 27])
def test_a_path_that_holds_no_id_is_not_found(api: Api, thing: str) -> None:
    assert api.get(f"/things/{thing}").status == 404


def test_an_unknown_or_bad_query_parameter_is_named(api: Api) -> None:
    answer = api.get("/things/" + "b" * 26 + "?limit=0&typo=1")
    assert answer.status == 422
    assert {fault["path"]: fault["code"] for fault in answer.body["errors"]} == {
        "/limit": "schema_minimum",
        "/typo": "schema_additional",
    }


def test_problems_speak_the_language_asked_for(api: Api) -> None:
    api.cookies = {}
    api.language = "zh-CN,zh;q=0.9"
    chinese = api.get("/things/" + "b" * 26)
    api.language = "en-GB"
    english = api.get("/things/" + "b" * 26)
    assert (chinese.body["title"], english.body["title"]) == ("请先登录。", "Please sign in.")
    assert english.headers["Content-Type"] == "application/problem+json"


def test_a_fault_of_ours_tells_an_id_and_nothing_else(api: Api) -> None:
    answer = api.get("/broken", headers={"X-Correlation-Id": "trace-me"})
    assert (answer.status, answer.code, answer.body["correlation_id"]) == (500, "internal", "trace-me")
    assert "secret" not in json.dumps(answer.body)


def test_the_callers_address_is_not_what_he_writes_into_a_header(api: Api) -> None:
    path = "/things/" + "b" * 26
    forged = {"X-Forwarded-For": "9.9.9.9", "CloudFront-Viewer-Address": "8.8.8.8:1"}
    assert api.get(path, headers=forged).body["ip"] == "127.0.0.1"
    ours = {"X-Banli-Edge": "edge-key-of-the-tests", "CloudFront-Viewer-Address": "8.8.8.8:443"}
    assert api.get(path, headers=ours).body["ip"] == "8.8.8.8"
