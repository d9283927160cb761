"""P1. A company never reads, writes or senses what another has, whatever it asks for.

Random requests over every route, by every role of three companies, with the others' ids (whole, cut, extended) in path,
query, body, headers and twice. After each one the others' rows are as before, and no mark of theirs is in the answer,
the log, the table, or what went out by webhook and mail; and its twin, whose ids never were, gets the same answer by
the same calls to the table, so that not even the time tells.
"""

import base64
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import unquote

import pytest

from ..faults import Plan, planned
from ..integration.conftest import Answer
from ..security.calls import ROUTES, compose
from .hearing import heard
from .sizes import dice, size
from .strangers import ROUTES_AND_WAYS, Request, pair
from .three import MARKS, NAMES, Three, three

_RANDOM = re.compile(
    r"[0-9a-f]{64}|[0-9a-f]{32}|[0-9a-hjkmnp-tv-z]{26}|\d{4}-\d\d-\d\dT[\d:.]+Z|\d{8}T\d{6}Z|eyJ[\w+/=]+|whsec_[\w+/=]+"
    r"|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"  # the version of a file that was written for this answer
)


@pytest.fixture
def log() -> Iterator[list[str]]:
    with heard() as lines:
        yield lines


@pytest.fixture(scope="module")
def companies() -> Iterator[Three]:
    with three() as made:
        yield made


def readable(answer: Answer) -> str:
    """All of an answer, what is quoted or encoded in its URLs and upload policies too."""
    text = json.dumps([answer.body, {name: str(value) for name, value in answer.headers.items()}], ensure_ascii=False)
    policies = re.findall(r"eyJ[\w+/=]+", text)
    return unquote(text) + "".join(base64.b64decode(policy + "===").decode("utf-8", "replace") for policy in policies)


def felt(request: Request, answer: Answer, calls: list[str]) -> tuple[int, str, list[str]]:
    """What whoever asked can tell: status, body, headers, calls to AWS; ids only by their place, the longest first, as
    one may begin with another.
    """
    body = {**answer.body, "correlation_id": ""} if isinstance(answer.body, dict) else answer.body
    told = json.dumps([body, sorted((name, str(value)) for name, value in answer.headers.items())], ensure_ascii=False)
    places = {unquote(name): place for place, name in enumerate(request.names)}
    for name in sorted(places, key=len, reverse=True):
        told = told.replace(name, f"<{places[name]}>")
    return answer.status, _RANDOM.sub("<random>", told), [_RANDOM.sub("<random>", call) for call in calls]


def cursors_of(companies: Three) -> dict[str, dict[str, str]]:
    """Real cursors of each company's lists, by route."""
    found: dict[str, dict[str, str]] = {}
    for name in NAMES:
        seeded = companies.houses[name]
        found[name] = {}
        for route in (route for route, declared in ROUTES.items() if "cursor" in declared.query):
            path = compose(route, seeded.ids).path
            page = seeded.browsers["administrator"].get(f"{path}{'&' if '?' in path else '?'}limit=1").body
            if page.get("next_cursor"):
                found[name][route] = page["next_cursor"]
    return found


def test_no_request_reads_changes_or_senses_what_is_anothers(
    companies: Three, log: list[str], proved: Callable[..., None]
) -> None:
    wanted, chance = size(short=300, long=10_000), dice("P1 strangers")
    fixture = companies.fixture
    cursors = cursors_of(companies)
    before = {name: companies.digest(name) for name in NAMES}
    seen: Counter[str] = Counter()
    routes, statuses = set(), Counter[int]()
    with fixture.undone():
        companies.houses["victim"].browsers["administrator"].get("/v1/me")
    while seen["requests"] < wanted:
        name = chance.choice(NAMES)
        other = chance.choice(companies.others(name))
        requests = pair(chance, companies.houses[name], companies.houses[other], cursors[other])
        answers = []
        for request in requests:
            log.clear()
            with fixture.undone(), planned(Plan()) as plan:
                answer = request.send(fixture.browser(companies.houses[name], request.role))
                answers.append(felt(request, answer, plan.calls))
                changed = [each for each in companies.others(name) if companies.digest(each) != before[each]]
                assert changed == [], request
                told = [readable(answer), *log, *companies.written()]
                if fixture.store.outbox():
                    out = companies.went_out()
                    seen["deliveries"] += len(out.deliveries)
                    seen["mails"] += len(out.mails)
                    told += out.texts()
                    assert [each for each in companies.others(name) if companies.digest(each) != before[each]] == []
            leaks = [
                (word, text) for text in told for word in companies.foreign(name) if word in without(request, text)
            ]
            assert leaks == [], (request, leaks)
            seen["requests"] += 1
            seen["texts searched"] += len(told)
            statuses[answer.status // 100] += 1
        assert answers[0] == answers[1], requests[0]
        seen["foreign ids"] += len(requests[0].names)
        routes.add(requests[0].route)
    assert statuses[5] == 0
    assert statuses[2] > wanted / 20
    if wanted > len(ROUTES_AND_WAYS) * 20:
        assert routes == set(ROUTES)
    proved(
        "P1",
        "random requests of three companies with each other's ids; each has a twin with ids that never were",
        requests=seen["requests"],
        routes=len(routes),
        foreign_ids=seen["foreign ids"],
        texts_searched=seen["texts searched"],
        webhook_deliveries=seen["deliveries"],
        mails=seen["mails"],
        foreign_marks_found=0,
        rows_of_others_changed=0,
        answers_that_differ_from_never_was=0,
    )


def without(request: Request, text: str) -> str:
    """A text without what the request itself brought."""
    for name in [*request.names, *re.findall(r"[\w.]+@[\w.]+", (request.raw or b"").decode())]:
        text = text.replace(name, "").replace(unquote(name), "")
    return text


def test_the_marks_would_be_found(companies: Three) -> None:
    """Each company sees its own mark wherever the proof looks for the others': in answers, rows, webhooks and mails."""
    for name in NAMES:
        boss = companies.houses[name].browsers["administrator"]
        paths = ("/v1/members", "/v1/forms", "/v1/todos", "/v1/webhooks", "/v1/audit", "/v1/company", "/v1/flows")
        assert all(MARKS[name] in readable(boss.get(path)) for path in paths)
        with companies.fixture.undone():
            asked: Any = {"field": "a_attachment", "name": "a.pdf", "content_type": "application/pdf", "size": 4}
            upload = boss.post(f"/v1/forms/{companies.houses[name].ids['form']}/attachments", asked)
            assert companies.houses[name].tenant_id in readable(upload)
            with_mark = {"email": f"x@{name}.example.cn", "name": f"新{MARKS[name]}"}
            assert boss.post("/v1/invitations", with_mark).status == 201
            ids = companies.houses[name].ids
            assert boss.post(f"/v1/runs/{ids['run']}/comments", {"text": MARKS[name]}).status == 201
            assert any(MARKS[name] in row for row in companies.written())
            out = companies.went_out().texts()
        assert any(f"x@{name}.example.cn" in text for text in out)
        assert any(f"/{MARKS[name]}" in text or MARKS[name] in text for text in out)
