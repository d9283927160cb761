"""P17: nobody grants what they do not hold.

Every grant is tried by every built-in role, by every permission alone, and by everything that lets one try, alone and
with the right that it gives. Who holds the right gets through; everybody else is refused, in the words of the grant,
and nothing of the company is written that they could not write before.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from chalicelib.directory.domain.permissions import permissions as known_permissions

from ..security.calls import ROUTES
from ..security.company_fixture import CompanyFixture
from .grants import GRANTS, Actor, Stage

Proved = Callable[..., None]
BUILDER = frozenset({"forms.build", "flows.build", "records.read_all"})


def tried_by() -> list[frozenset[str]]:
    """Sets of permissions, each once; the built-in roles come on top."""
    alone = [frozenset({permission.id}) for permission in known_permissions()]
    ways_in = [grant.route for grant in GRANTS.values()]
    holding = [grant.route | grant.right for grant in GRANTS.values() if "*" not in grant.right]
    return list(dict.fromkeys([*alone, *ways_in, *holding]))


@pytest.fixture(scope="module")
def stage(fixture: CompanyFixture) -> Stage:
    company = fixture.victim.company
    role = company.boss.post("/v1/roles", {"name": "被指名", "permissions": []}).body["id"]
    _, colleague = company.join("colleague@victim.example.cn", "同事")
    _, spare = company.join("spare@victim.example.cn", "离职", role_ids=[role])
    assert company.boss.post(f"/v1/members/{spare}/deactivate", {}).status == 200
    return Stage(fixture.victim, role, colleague, spare)


@pytest.fixture(scope="module")
def actors(fixture: CompanyFixture, stage: Stage) -> list[Actor]:
    company = fixture.victim.company
    ids = {
        "administrator": company.boss_id,
        "builder": stage.seeded.ids["builder"],
        "member": stage.seeded.ids["member"],
    }
    held = {"administrator": frozenset({"*"}), "builder": BUILDER, "member": frozenset[str]()}
    names = {"administrator": "管理员", "builder": "应用搭建者", "member": "普通成员"}
    found = [Actor(name, held[name], stage.seeded.browsers[name], ids[name], company.role(names[name])) for name in ids]
    for number, permissions in enumerate(tried_by()):
        name = " + ".join(sorted(permissions))
        role = company.boss.post("/v1/roles", {"name": f"{number}", "permissions": sorted(permissions)}).body["id"]
        api, member_id = company.join(f"p{number}@victim.example.cn", f"第{number}人", role_ids=[role])
        found.append(Actor(name, permissions, api, member_id, role))
    return found


@contextmanager
def back_to_now(fixture: CompanyFixture) -> Iterator[None]:
    kept = fixture.store.keep()
    try:
        yield
    finally:
        fixture.store.put_back(kept)


def holds(actor: Actor, wanted: frozenset[str]) -> bool:
    return "*" in actor.permissions or wanted <= actor.permissions


@pytest.mark.parametrize("name", GRANTS)
def test_only_who_holds_a_right_grants_it(
    name: str, fixture: CompanyFixture, stage: Stage, actors: list[Actor], proved: Proved
) -> None:
    grant = GRANTS[name]
    granted, refused = [], []
    with back_to_now(fixture):
        grant.setup(stage)
        for actor in actors:
            with back_to_now(fixture):
                answer = grant.act(stage, actor)
            if holds(actor, grant.route | grant.right):
                assert answer.status < 300, (name, actor.name, answer.body)
                granted.append(actor.name)
            else:
                expected = grant.refusals if holds(actor, grant.route) else {"denied", "beyond_own_rights"}
                assert answer.code in expected, (name, actor.name, answer.body)
                refused.append(actor.name)
    assert "administrator" in granted
    assert any(actor.permissions == grant.route for actor in actors)
    proved("P17", name, granted=len(granted), refused=len(refused), beyond_own_rights=0)


def test_every_route_that_writes_a_definition_is_thought_of() -> None:
    """A new route that writes forms, flows, people or webhooks needs a line here: either it gives no right, or GRANTS
    has it.
    """
    harmless = {
        "POST /v1/forms",
        "PUT /v1/forms/{form_id}",
        "POST /v1/forms/{form_id}/check",
        "POST /v1/forms/{form_id}/copy",
        "POST /v1/forms/{form_id}/views",
        "PUT /v1/forms/{form_id}/views/{view_id}",
        "DELETE /v1/forms/{form_id}/views/{view_id}",
        "POST /v1/forms/{form_id}/records/query",
        "POST /v1/forms/{form_id}/records/aggregate",
        "POST /v1/forms/{form_id}/exports",
        "POST /v1/forms/{form_id}/duplicates",
        "POST /v1/forms/{form_id}/access/preview",
        "POST /v1/forms/{form_id}/archive",
        "POST /v1/forms/{form_id}/place",
        "POST /v1/forms/{form_id}/attachments",
        "POST /v1/forms/{form_id}/imports",
        "POST /v1/forms/{form_id}/imports/{import_id}/check",
        "POST /v1/forms/{form_id}/imports/{import_id}/start",
        "POST /v1/forms/{form_id}/records",
        "POST /v1/flows",
        "PUT /v1/flows/{flow_id}",
        "POST /v1/flows/{flow_id}/check",
        "POST /v1/flows/{flow_id}/disable",
        "DELETE /v1/departments/{department_id}",
        "DELETE /v1/roles/{role_id}",
        "POST /v1/positions",
        "PUT /v1/positions/{position_id}",
        "DELETE /v1/positions/{position_id}",
        "DELETE /v1/invitations/{invitation_id}",
        "POST /v1/invitations/{invitation_id}/resend",
        "POST /v1/invitations/look",
        "POST /v1/invitations/accept",
        "DELETE /v1/webhooks/{webhook_id}",
        "POST /v1/webhooks/{webhook_id}/rotate-secret",
        "POST /v1/webhooks/{webhook_id}/test",
        "POST /v1/webhooks/{webhook_id}/deliveries/{delivery_id}/resend",
    }
    granting = {
        "POST /v1/forms/{form_id}/publish",
        "POST /v1/flows/{flow_id}/publish",
        "PUT /v1/members/{member_id}",
        "POST /v1/members/{member_id}/deactivate",
        "POST /v1/members/{member_id}/reactivate",
        "POST /v1/departments",
        "PUT /v1/departments/{department_id}",
        "POST /v1/roles",
        "PUT /v1/roles/{role_id}",
        "POST /v1/invitations",
        "POST /v1/webhooks",
        "PUT /v1/webhooks/{webhook_id}",
    }
    kept = ("forms", "flows", "members", "departments", "roles", "positions", "invitations", "webhooks")
    written = {route for route in ROUTES if not route.startswith("GET ") and route.split("/")[2] in kept}
    assert written == harmless | granting
