"""Two worlds of one company that differ only in what a member may not see, and the questions that both are asked.

What the member may see is made once; then each world gets its own records, runs, forms and comments of others, and
the table is put back between the two.
"""

import json
import random
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from chalicelib.aws.table import table
from chalicelib.forms import api as forms
from chalicelib.kernel.actor import system_actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.unit_of_work import UnitOfWork

from ..integration.conftest import Answer, Api
from ..security.company_fixture import CompanyFixture, Kept

CNY = {"currency": "CNY"}
AMOUNTS = tuple(range(100, 1300, 100))
TAKEN = "HT-0"
"""A unique value that a hidden record has in either fixture: another record of another owner."""


@dataclass
class Stage:
    """`ids` are of what the member may see; `hidden` of what only the first fixture has, by kind."""

    fixture: CompanyFixture
    form: str = ""
    ids: dict[str, str] = field(default_factory=dict)
    hidden: dict[str, str] = field(default_factory=dict)
    kept: Kept = field(default_factory=dict)
    worlds: dict[str, Kept] = field(default_factory=dict)

    def by(self, role: str) -> Api:
        return self.fixture.browser(self.fixture.victim, role)

    @contextmanager
    def first(self) -> Iterator[None]:
        with self._as(_crowded):
            yield

    @contextmanager
    def second(self) -> Iterator[None]:
        with self._as(_quiet):
            yield

    @contextmanager
    def undone(self) -> Iterator[None]:
        kept = self.fixture.store.keep()
        try:
            yield
        finally:
            self.fixture.store.put_back(kept)

    @contextmanager
    def _as(self, made: Callable[["Stage"], None]) -> Iterator[None]:
        """A fixture is made once and then put back as it was."""
        self.fixture.store.put_back(self.worlds.get(made.__name__, self.kept))
        if made.__name__ not in self.worlds:
            made(self)
            self.worlds[made.__name__] = self.fixture.store.keep()
        try:
            yield
        finally:
            self.fixture.store.put_back(self.kept)


def staged(fixture: CompanyFixture) -> Stage:
    stage = Stage(fixture, ids=dict(fixture.victim.ids))
    _open_form(stage)
    for number, amount in enumerate(AMOUNTS):
        made = record(stage, "member", amount, kind="ab"[number % 2], note="长" * 210 + str(number % 3))
        if number % 5 == 4:
            deleted(stage, "member", made)
    for amount in (250, 950):
        run = submitted(stage, "builder", amount, who=stage.ids["member"])
        stage.ids["shared"] = run["record_id"]
    stage.ids["mine"] = record(stage, "member", 777)["id"]
    _linked_form(stage)
    stage.kept = fixture.store.keep()
    return stage


def _linked_form(stage: Stage) -> None:
    """Notes that are linked to a payment: of the member's here, of others in each world."""
    link = {"id": "payment", "type": "link", "name": "付款", "options": {"forms": [stage.form]}}
    fields = [{"id": "text", "type": "text", "name": "内容"}, link]
    stage.ids["notes"] = form(stage, {"name": "备注", "fields": fields, "title": "{text}"})
    for number in range(3):
        note(stage, "member", f"我的{number}", stage.ids["mine"])


def note(stage: Stage, by: str, text: str, payment: str) -> None:
    values = {"text": text, "payment": payment}
    made = stage.by(by).post(f"/v1/forms/{stage.ids['notes']}/records", {"values": values})
    assert made.status == 201, made.body


def _open_form(stage: Stage) -> None:
    """Amounts that can be sorted, a unique number, and a flow whose approver is a field."""
    fields = [
        {"id": "code", "type": "text", "name": "编号", "unique": True},
        {"id": "amount", "type": "money", "name": "金额", "options": CNY, "indexed": True},
        {
            "id": "kind",
            "type": "choice",
            "name": "类别",
            "options": {"choices": [{"value": "a"}, {"value": "b"}]},
            "indexed": True,
        },
        {"id": "note", "type": "text", "name": "备注", "options": {"max_length": 500}},
        {"id": "who", "type": "member", "name": "审批人"},
    ]
    shown = ["code", "amount", "kind", "note", "who"]
    stage.form = form(stage, {"name": "付款", "fields": fields, "title": "{code}", "list": shown})
    approve = {"type": "approve", "id": "one", "name": "审批", "mode": "any"}
    step = {**approve, "approvers": [{"type": "field", "field": "who"}]}
    boss = stage.by("administrator")
    flow = boss.post("/v1/flows", {"form_id": stage.form, "name": "付款", "steps": [step]}).body
    assert boss.post(f"/v1/flows/{flow['id']}/publish", headers={"If-Match": '"1"'}).status == 200


# -- what people do


def form(stage: Stage, definition: dict[str, Any]) -> str:
    boss = stage.by("administrator")
    made = boss.post("/v1/forms", definition)
    assert made.status == 201, made.body
    published = boss.post(f"/v1/forms/{made.body['id']}/publish", headers={"If-Match": '"1"'})
    assert published.status == 200, published.body
    return str(made.body["id"])


def record(stage: Stage, by: str, amount: int, **values: Any) -> dict[str, Any]:
    made = stage.by(by).post(f"/v1/forms/{stage.form}/records", {"values": {"amount": str(amount), **values}})
    assert made.status == 201, made.body
    return dict(made.body)


def deleted(stage: Stage, by: str, made: dict[str, Any]) -> str:
    assert stage.by(by).delete(f"/v1/records/{made['id']}", made["version"]).status == 204
    return str(made["id"])


def submitted(stage: Stage, by: str, amount: int, **values: Any) -> dict[str, Any]:
    sent = stage.by(by).post("/v1/runs", {"form_id": stage.form, "values": {"amount": str(amount), **values}})
    assert sent.status == 201, sent.body
    return dict(sent.body)


def shared(stage: Stage, record_id: str) -> None:
    work = UnitOfWork(system_actor(stage.fixture.victim.tenant_id), utc_now())
    forms.share(work, forms.get_record(work, record_id), [stage.ids["member"]])
    table().commit(work)


# -- the two worlds


def _crowded(stage: Stage) -> None:
    """Others' amounts between all of the member's, runs in every state, deleted records, a closed form, hooks."""
    hidden, boss = stage.hidden, stage.by("administrator")
    for amount in range(50, 1350, 50):
        made = record(stage, ("builder", "administrator")[amount % 100 // 50], amount, kind="b", note="别人的")
        if amount % 250 == 0:
            hidden["binned"] = deleted(stage, "administrator", made)
    hidden["record"] = record(stage, "builder", 555, code=TAKEN)["id"]
    for number in range(3):
        note(stage, "administrator", f"别人的{number}", stage.ids["mine"])
    gone = record(stage, "builder", 556)
    shared(stage, gone["id"])
    deleted(stage, "builder", gone)
    for amount, decision in ((601, ""), (602, "approve"), (603, "reject")):
        run = submitted(stage, "builder", amount, who=stage.ids["administrator"])
        hidden["run"] = hidden["asked"] = hidden["heard"] = run["id"]
        hidden["draft"] = run["record_id"]
        boss.post(f"/v1/runs/{run['id']}/comments", {"text": "内部意见"})
        if decision:
            task = boss.get("/v1/todos").body["items"][0]["task_id"]
            path = f"/v1/runs/{run['id']}/tasks/{task}/decide"
            assert boss.post(path, {"decision": decision, "opinion": "否"}).status in (200, 201)
    webhook = boss.post("/v1/webhooks", {"url": "https://93.184.215.14/x", "event_types": ["flows.*"]})
    hidden["webhook"] = webhook.body["id"]
    hidden["invitation"] = boss.post("/v1/invitations", {"email": "h@victim.example.cn", "name": "隐"}).body["id"]
    _closed_forms(stage, 5)


def _quiet(stage: Stage) -> None:
    record(stage, "administrator", 1234, code=TAKEN, kind="a")
    _closed_forms(stage, 0)


def _closed_forms(stage: Stage, count: int) -> None:
    """In apps of their own, and not open to the member, whose forms stand between them in the list."""
    role = stage.by("administrator").get("/v1/roles").body["items"][0]["id"]
    for number in range(count):
        fields = [{"id": "a", "type": "text", "name": "薪资"}]
        access = {"submit": {"roles": [role]}}
        stage.hidden["form"] = made = form(stage, {"name": f"内部{number}", "fields": fields, "access": access})
        app = stage.by("administrator").post("/v1/apps", {"name": f"薪酬{number}"}).body["id"]
        assert stage.by("administrator").post(f"/v1/forms/{made}/place", {"app_id": app}).status == 200
        stage.hidden["app"] = app


# -- the questions


def questions(stage: Stage, dice: random.Random, count: int) -> list[str]:
    """Lists of the form by chance: order, filters, search, size of a page."""
    sorts = ["", *(f"{sign}{name}" for sign in ("", "-") for name in (*_SORTS, "amount", "kind"))]
    found = []
    for _ in range(count):
        asked = {"sort": dice.choice(sorts), "limit": str(dice.choice((2, 3, 7, 20)))}
        filters = [_condition(dice) for _ in range(dice.choice((0, 1, 1, 2)))]
        if filters:
            asked["filter"] = json.dumps(filters)
        if dice.random() < 0.2:
            asked["q"] = dice.choice(("长", "77", "HT", "别人", "王总"))
        found.append(f"/v1/forms/{stage.form}/records?{urlencode({k: v for k, v in asked.items() if v})}")
    return found


_SORTS = ("@created_at", "@updated_at", "@state_at")


def _condition(dice: random.Random) -> dict[str, Any]:
    amount = str(dice.randrange(0, 1800, 25))
    return dice.choice(
        [
            {"field": "amount", "op": dice.choice(("eq", "lt", "lte", "gt", "gte")), "value": amount},
            {"field": "amount", "op": "between", "value": sorted([amount, str(int(amount) + 300)], key=int)},
            {"field": "kind", "op": "eq", "value": dice.choice("ab")},
            {"field": "kind", "op": dice.choice(("blank", "filled"))},
            {"field": "note", "op": "contains", "value": dice.choice(("1", "长2", "别人"))},
            {"field": "note", "op": "eq", "value": "长" * 210 + dice.choice("012")},
            {"field": "@state", "op": "in", "value": [dice.choice(("draft", "in_approval", "rejected"))]},
            {"field": "@updated_at", "op": "lt", "value": "2100-01-01T00:00:00Z"},
            {"field": "code", "op": "prefix", "value": "HT"},
        ]
    )


def whole_list(api: Api, path: str, most: int = 60) -> list[Answer]:
    """Every page of a list, each by the cursor of the one before."""
    answers = [api.get(path)]
    joint = "&" if "?" in path else "?"
    while isinstance(answers[-1].body, dict) and answers[-1].body.get("next_cursor") and len(answers) < most:
        answers.append(api.get(f"{path}{joint}cursor={answers[-1].body['next_cursor']}"))
    return answers


_OF_THE_MOMENT = ("correlation_id", "expires_at", "upload", "url")
"""A signed link says when it was signed."""
_MADE = re.compile(r"[0-9a-hjkmnp-tv-z]{26}|\d{4}-\d\d-\d\dT[\d:.]+Z")


def told(answer: Answer) -> str:
    """An answer, byte for byte but for what is of the moment in which it was given."""
    body = {name: value for name, value in (answer.body or {}).items() if name not in _OF_THE_MOMENT}
    headers = {
        name: value for name, value in answer.headers.items() if name.lower() not in ("x-correlation-id", "set-cookie")
    }
    return json.dumps([answer.status, body, headers], ensure_ascii=False, sort_keys=True)


def told_of_a_write(answer: Answer) -> str:
    """The ids and moments that it made itself are others each time."""
    return _MADE.sub("", told(answer))
