"""Every way in which somebody could give a right, to themself or to others, and what they must hold to do so.

An act makes its requests as the actor and answers with the last one. `route` are the permissions that let somebody try
at all; `right` is what they must hold besides. `"*"` is the administrator's.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from ..integration.conftest import Answer, Api
from ..security.company_fixture import SeededCompany
from ..security.seeds import PUBLIC_URL

READ = frozenset({"records.read_all"})
ALL = frozenset({"*"})
PEOPLE = frozenset({"members.manage"})
ROLES = frozenset({"members.manage", "roles.manage"})


@dataclass
class Actor:
    """`role` is held by nobody else."""

    name: str
    permissions: frozenset[str]
    api: Api
    id: str
    role: str


@dataclass
class Stage:
    """`role` has no permission; the published form may name it. `colleague` holds nothing."""

    seeded: SeededCompany
    role: str
    colleague: str
    spare: str
    """Somebody who left and whose role is `role`."""

    @property
    def boss(self) -> Api:
        return self.seeded.company.boss

    @property
    def form(self) -> str:
        return self.seeded.ids["form"]

    def definition(self, **access: Any) -> dict[str, Any]:
        draft = self.boss.get(f"/v1/forms/{self.form}").body["definition"]
        return {**draft, "access": access}

    def publish(self, by: Api, definition: dict[str, Any]) -> Answer:
        path = f"/v1/forms/{self.form}"
        saved = by.put(path, definition, self.boss.get(path).body["version"])
        if saved.status != 200:
            return saved
        return by.post(f"{path}/publish", headers=if_match(saved))

    def named_by_form(self, **access: Any) -> None:
        assert self.publish(self.boss, self.definition(**access)).status == 200


Setup = Callable[[Stage], None]
Act = Callable[[Stage, Actor], Answer]


def if_match(answer: Answer) -> dict[str, str]:
    return {"If-Match": f'"{answer.body["version"]}"'}


def nothing(stage: Stage) -> None:
    pass


@dataclass(frozen=True)
class Grant:
    route: frozenset[str]
    right: frozenset[str]
    act: Act
    setup: Setup = nothing
    refusals: frozenset[str] = field(default_factory=frozenset)


# -- forms


def read_all(stage: Stage, actor: Actor) -> Answer:
    return stage.publish(actor.api, stage.definition(read_all={"roles": [actor.role]}))


def edit_all(stage: Stage, actor: Actor) -> Answer:
    return stage.publish(actor.api, stage.definition(edit_all={"roles": [actor.role]}))


def group_of_new(rows: dict[str, Any]) -> Act:
    """A new form whose records open to everybody by a field of theirs."""

    def act(stage: Stage, actor: Actor) -> Answer:
        fields = [
            {"id": "a", "type": "text", "name": "A"},
            {"id": "who", "type": "member", "name": "Who"},
            {"id": "to", "type": "link", "name": "To", "options": {"forms": [stage.form]}},
        ]
        groups = [{"id": "g", "audience": "everyone", "rows": rows}]
        made = actor.api.post("/v1/forms", {"name": "工资", "fields": fields, "access": {"groups": groups}})
        if made.status != 201:
            return made
        return actor.api.post(f"/v1/forms/{made.body['id']}/publish", headers=if_match(made))

    return act


def first_version(part: str) -> Act:
    def act(stage: Stage, actor: Actor) -> Answer:
        fields = [{"id": "a", "type": "text", "name": "A"}]
        made = actor.api.post(
            "/v1/forms", {"name": "工资", "fields": fields, "access": {part: {"roles": [actor.role]}}}
        )
        if made.status != 201:
            return made
        return actor.api.post(f"/v1/forms/{made.body['id']}/publish", headers=if_match(made))

    return act


def others_draft(stage: Stage, actor: Actor) -> Answer:
    """What somebody with the right has drafted, published by somebody without."""
    path = f"/v1/forms/{stage.form}"
    return actor.api.post(f"{path}/publish", headers=if_match(stage.boss.get(path)))


def draft_edit_all(stage: Stage) -> None:
    path = f"/v1/forms/{stage.form}"
    version = stage.boss.get(path).body["version"]
    saved = stage.boss.put(path, stage.definition(edit_all={"roles": [stage.role]}), version)
    assert saved.status == 200, saved.body


# -- flows


def flow_with(step: Callable[[Actor, Stage], dict[str, Any]]) -> Act:
    def act(stage: Stage, actor: Actor) -> Answer:
        path = f"/v1/flows/{stage.seeded.ids['flow']}"
        before = stage.boss.get(path).body
        definition = {**before["definition"], "steps": [step(actor, stage), *before["definition"]["steps"]]}
        saved = actor.api.put(path, definition, before["version"])
        if saved.status != 200:
            return saved
        return actor.api.post(f"{path}/publish", headers=if_match(saved))

    return act


def approve(rule: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "approve", "id": "new", "name": "新", "mode": "any", "approvers": [rule], **more}


def copy(rule: dict[str, Any]) -> dict[str, Any]:
    return {"type": "cc", "id": "new", "name": "新", "recipients": [rule]}


def member(member_id: str) -> dict[str, Any]:
    return {"type": "member", "members": [member_id]}


def headed_flow(stage: Stage, actor: Actor) -> Answer:
    """The actor heads the department already: the flow's rule would be theirs."""
    path = f"/v1/departments/{stage.seeded.ids['department']}"
    named = stage.boss.get("/v1/departments").body["items"]
    found = next(each for each in named if each["id"] == stage.seeded.ids["department"])
    assert stage.boss.put(path, {"head_id": actor.id}, found["version"]).status == 200
    rule = {"type": "department_head", "department": stage.seeded.ids["department"]}
    return flow_with(lambda actor, stage: copy(rule))(stage, actor)


# -- the organisation


def change_member(stage: Stage, by: Api, member_id: str, **place: Any) -> Answer:
    return by.put(f"/v1/members/{member_id}", place, stage.boss.get(f"/v1/members/{member_id}").body["version"])


def role_for_another(stage: Stage, actor: Actor) -> Answer:
    return change_member(stage, actor.api, stage.colleague, role_ids=[stage.role])


def role_for_oneself(stage: Stage, actor: Actor) -> Answer:
    return change_member(stage, actor.api, actor.id, role_ids=[actor.role, stage.role])


def invited(stage: Stage, actor: Actor) -> Answer:
    body = {"email": "new@victim.example.cn", "name": "新人", "role_ids": [stage.role]}
    return actor.api.post("/v1/invitations", body)


def back_again(stage: Stage, actor: Actor) -> Answer:
    return actor.api.post(f"/v1/members/{stage.spare}/reactivate")


def role_with(permission: str) -> Act:
    def act(stage: Stage, actor: Actor) -> Answer:
        return actor.api.post("/v1/roles", {"name": "更多", "permissions": [permission]})

    return act


def wider_role(stage: Stage, actor: Actor) -> Answer:
    body = {"name": "更多", "permissions": ["records.read_all"]}
    return actor.api.put(f"/v1/roles/{stage.role}", body, 1)


def head(stage: Stage, actor: Actor) -> Answer:
    listed = stage.boss.get("/v1/departments").body["items"]
    found = next(each for each in listed if each["id"] == stage.seeded.ids["root"])
    return actor.api.put(f"/v1/departments/{found['id']}", {"head_id": actor.id}, found["version"])


def head_of_new(stage: Stage, actor: Actor) -> Answer:
    body = {"name": "新部门", "parent_id": stage.seeded.ids["root"], "head_id": actor.id}
    return actor.api.post("/v1/departments", body)


def manager(stage: Stage, actor: Actor) -> Answer:
    return change_member(stage, actor.api, stage.colleague, manager_id=actor.id)


def manager_of_invited(stage: Stage, actor: Actor) -> Answer:
    return actor.api.post("/v1/invitations", {"email": "new@victim.example.cn", "name": "新人", "manager_id": actor.id})


def successor(stage: Stage, actor: Actor) -> Answer:
    return actor.api.post(f"/v1/members/{stage.colleague}/deactivate", {"successor_id": actor.id})


# -- webhooks


def webhook(event_type: str) -> Act:
    def act(stage: Stage, actor: Actor) -> Answer:
        return actor.api.post("/v1/webhooks", {"url": PUBLIC_URL, "event_types": [event_type]})

    return act


def webhook_moved(stage: Stage, actor: Actor) -> Answer:
    path = f"/v1/webhooks/{stage.seeded.ids['webhook']}"
    body = {"url": f"{PUBLIC_URL}/elsewhere", "event_types": ["flows.*"]}
    return actor.api.put(path, body, stage.boss.get(path).body["version"])


FORM, FLOW = frozenset({"form_invalid"}), frozenset({"flow_definition_invalid"})
BEYOND, SELF = frozenset({"beyond_own_rights"}), frozenset({"names_yourself"})
HOOK = frozenset({"webhook_beyond_own_rights"})
BUILD, DESIGN, HOOKS = frozenset({"forms.build"}), frozenset({"flows.build"}), frozenset({"webhooks.manage"})

GRANTS = {
    "read_all of a form": Grant(BUILD, READ, read_all, refusals=FORM),
    "edit_all of a form": Grant(BUILD, ALL, edit_all, refusals=FORM),
    "read_all of a new form": Grant(BUILD, READ, first_version("read_all"), refusals=FORM),
    "edit_all of a new form": Grant(BUILD, ALL, first_version("edit_all"), refusals=FORM),
    "records through a link": Grant(BUILD, READ, group_of_new({"through": "to"}), refusals=FORM),
    "records by whom they name": Grant(BUILD, READ, group_of_new({"members": ["who"]}), refusals=FORM),
    "edit_all that another drafted": Grant(BUILD, ALL, others_draft, draft_edit_all, FORM),
    "a flow that asks oneself": Grant(
        DESIGN, READ, flow_with(lambda actor, _: approve(member(actor.id))), refusals=FLOW
    ),
    "a flow that asks one's role": Grant(
        DESIGN, READ, flow_with(lambda actor, _: approve({"type": "role", "role": actor.role})), refusals=FLOW
    ),
    "a flow that asks oneself if nobody is found": Grant(
        DESIGN,
        READ,
        flow_with(lambda actor, _: approve({"type": "manager"}, empty={"action": "assign", "members": [actor.id]})),
        refusals=FLOW,
    ),
    "a flow that informs oneself": Grant(
        DESIGN, READ, flow_with(lambda actor, _: copy(member(actor.id))), refusals=FLOW
    ),
    "a flow that informs the head of one's department": Grant(DESIGN, READ, headed_flow, refusals=FLOW),
    "a role that reads a form": Grant(
        ROLES, READ, role_for_another, lambda stage: stage.named_by_form(read_all={"roles": [stage.role]}), BEYOND
    ),
    "a role that changes a form": Grant(
        ROLES, ALL, role_for_another, lambda stage: stage.named_by_form(edit_all={"roles": [stage.role]}), BEYOND
    ),
    "an invitation with a role that changes a form": Grant(
        ROLES, ALL, invited, lambda stage: stage.named_by_form(edit_all={"roles": [stage.role]}), BEYOND
    ),
    "coming back with a role that changes a form": Grant(
        PEOPLE, ALL, back_again, lambda stage: stage.named_by_form(edit_all={"roles": [stage.role]}), BEYOND
    ),
    "a role for oneself": Grant(ROLES, READ, role_for_oneself, refusals=SELF),
    "a role with more": Grant(frozenset({"roles.manage"}), READ, role_with("records.read_all"), refusals=BEYOND),
    "more for a role": Grant(frozenset({"roles.manage"}), READ, wider_role, refusals=BEYOND),
    "oneself as head": Grant(PEOPLE, READ, head, refusals=SELF),
    "oneself as head of a new department": Grant(PEOPLE, READ, head_of_new, refusals=SELF),
    "oneself as manager": Grant(PEOPLE, READ, manager, refusals=SELF),
    "oneself as manager of somebody new": Grant(PEOPLE, READ, manager_of_invited, refusals=SELF),
    "oneself as successor": Grant(PEOPLE, READ, successor, refusals=SELF),
    "events of records": Grant(HOOKS, READ, webhook("forms.RecordCreated"), refusals=HOOK),
    "events of approvals": Grant(HOOKS, READ, webhook("flows.*"), refusals=HOOK),
    "events of approvals to another address": Grant(HOOKS, READ, webhook_moved, refusals=HOOK),
}
