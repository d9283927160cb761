"""One company for the proofs of the flow engine, and the forms and flows that a proof gives it.

boss (administrator, heads the company) · 销售部: manager (heads it), rep, rep2 · a, b, c, d, cfo and the crowd m01 …
m14 in the company itself. A webhook hears everything.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from chalicelib.flows.engine import codec
from chalicelib.flows.engine.run import Run

from ...integration.conftest import Answer, Api
from ...integration.directory.company import Company
from .installation import Installation

CROWD = tuple(f"m{number:02}" for number in range(1, 15))
SALES = ("manager", "rep", "rep2")
STAFF = (*SALES, "a", "b", "c", "d", "e", "cfo")

FIELDS = [
    {"id": "title", "type": "text", "name": "标题", "required": True},
    {"id": "amount", "type": "number", "name": "数量"},
    {"id": "keeper", "type": "member", "name": "经办"},
]


@dataclass
class Members:
    place: Installation
    company: Company
    tenant_id: str
    api: dict[str, Api]
    ids: dict[str, str]
    role: str = ""
    """Of nobody."""
    forms: dict[str, str] = field(default_factory=dict)
    """Id of each form by the name of its flow."""

    @classmethod
    def found(cls, place: Installation, crowd: tuple[str, ...] = CROWD) -> "Members":
        company = Company.found(place.cloud, place.browser)
        boss, root = company.boss, company.root()["id"]
        members = cls(place, company, company.id, {"boss": boss}, {"boss": company.boss_id})
        sales = _made(boss, "/v1/departments", {"name": "销售部", "parent_id": root})
        for name in (*STAFF, *crowd):
            department = sales["id"] if name in SALES else root
            place.clock.move(1)
            members.api[name], members.ids[name] = company.join(
                f"{name}@east.example.cn", name, department_id=department
            )
        headed = {"name": "销售部", "parent_id": root, "head_id": members.ids["manager"]}
        assert boss.put(f"/v1/departments/{sales['id']}", headed, sales["version"]).status == 200
        members.role = str(_made(boss, "/v1/roles", {"name": "空缺", "permissions": []})["id"])
        everything = ["flows.*", "forms.*", "tenancy.*"]
        _made(boss, "/v1/webhooks", {"url": "https://93.184.215.14/hook", "event_types": everything})
        return members

    # -- what it works with

    def add_flow(self, name: str, definition: Mapping[str, Any]) -> str:
        """A form of its own for this flow, both published; the id of the form."""
        form = self.add_form(name)
        assert self.publish_flow(name, definition, form), name
        return form

    def add_form(self, name: str) -> str:
        boss = self.api["boss"]
        form = _made(boss, "/v1/forms", {"name": name, "fields": FIELDS, "title": "{title}", "list": ["title"]})["id"]
        published = boss.post(f"/v1/forms/{form}/publish", headers={"If-Match": '"1"'})
        assert published.status == 200, published.body
        self.forms[name] = str(form)
        return str(form)

    def publish_flow(self, name: str, definition: Mapping[str, Any], form: str) -> bool:
        """False if it is refused for what it says."""
        boss = self.api["boss"]
        flow = _made(boss, "/v1/flows", {"form_id": form, "name": name, **definition})
        published = boss.post(f"/v1/flows/{flow['id']}/publish", headers={"If-Match": '"1"'})
        assert published.status in (200, 422), published.body
        return published.status == 200

    def people(self, *names: str) -> dict[str, Any]:
        return {"type": "member", "members": [self.ids[name] for name in names]}

    # -- what stands in its rows, read behind the API's back

    def runs(self, form_id: str = "") -> list[Run]:
        """Oldest first."""
        prefix = f"T#{self.tenant_id}#run#"
        docs = [_doc(item) for item in self.place.wire.rows.every(prefix) if item["kind"]["S"] == "run"]
        runs = [codec.from_doc(doc) for doc in docs]
        return sorted(
            (run for run in runs if form_id in ("", run.facts["form_id"])), key=lambda run: (run.started_at, run.id)
        )

    def run(self, run_id: str) -> Run:
        return codec.from_doc(_doc(self.place.wire.rows.items[f"T#{self.tenant_id}#run#{run_id}"]["state"]))

    def name_of(self, member_id: str) -> str:
        return next(name for name, each in self.ids.items() if each == member_id)


def _doc(item: Mapping[str, Any]) -> dict[str, Any]:
    return dict(json.loads(item["doc"]["S"]))


def _made(by: Api, path: str, body: dict[str, Any]) -> dict[str, Any]:
    answer: Answer = by.post(path, body)
    assert answer.status in (200, 201), (path, answer.body)
    return dict(answer.body)
