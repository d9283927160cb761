"""One thing of every kind that an id can name, made for a company through its API."""

from typing import TYPE_CHECKING, Any

from chalicelib.aws.table import table
from chalicelib.integrations.domain.deliveries import Delivery
from chalicelib.integrations.store import DeliveryRows
from chalicelib.jobs.kinds import Subject
from chalicelib.jobs.wiring import jobs
from chalicelib.kernel.actor import system_actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.ids import new_ordered_id
from chalicelib.kernel.work import Work

from ..integration.conftest import Api

if TYPE_CHECKING:
    from .world import House

PUBLIC_URL = "https://93.184.215.14/hook"


def plant(house: "House", mark: str) -> None:
    """Fill `house.ids` and `house.tokens`. `mark` stands in every name."""
    _organisation(house, mark)
    _webhooks(house, mark)
    _form(house, mark)
    _runs(house, mark)
    _jobs(house, mark)


def _organisation(house: "House", mark: str) -> None:
    company, boss = house.company, house.company.boss
    root = company.root()["id"]
    house.ids["root"] = root
    house.ids["administrator"] = company.boss_id
    house.ids["department"] = _made(house, "/v1/departments", {"name": f"销售{mark}", "parent_id": root})
    house.ids["position"] = _made(house, "/v1/positions", {"name": f"代表{mark}"})
    house.ids["role"] = _made(house, "/v1/roles", {"name": f"角色{mark}", "permissions": []})
    house.ids["invitation"] = _made(
        house, "/v1/invitations", {"email": f"guest@{mark}.example.cn", "name": f"客人{mark}"}
    )
    spare = company.browser()
    email = next(item["email"] for item in boss.get("/v1/members").body["items"] if item["email"].startswith("boss@"))
    spare.post("/v1/session", {"email": email, "password": "correct horse battery"})
    sessions = boss.get("/v1/sessions").body["items"]
    house.ids["session"] = next(item["id"] for item in sessions if not item["current"])


def _webhooks(house: "House", mark: str) -> None:
    settings: dict[str, Any] = {"url": f"{PUBLIC_URL}?{mark}", "event_types": ["flows.*"], "description": mark}
    house.ids["webhook"] = _made(house, "/v1/webhooks", settings)
    work = Work(system_actor(house.tenant_id), utc_now())
    house.ids["delivery"] = new_ordered_id(work.now)
    delivery = Delivery(house.ids["delivery"], house.ids["webhook"], f"a.{mark}", "{}", work.now, work.now)
    DeliveryRows().put(work, delivery)
    table().commit(work)


def _jobs(house: "House", mark: str) -> None:
    """A job that waits for its worker."""
    work = Work(system_actor(house.tenant_id), utc_now())
    subject = Subject("form", house.ids["form"], mark)
    params = {"form_id": house.ids["form"], "version": 1, "orders": []}
    house.ids["job"] = jobs().start(work, "forms.reindex", params, subject=subject)
    table().commit(work)


def _form(house: "House", mark: str) -> None:
    """A published form, a record with a file, a file not yet used, a record in the bin."""
    boss, fields = house.company.boss, ("text", "member", "department", "attachment")
    definition = {
        "name": f"表单{mark}",
        "fields": [{"id": f"a_{kind}", "type": kind, "name": f"{kind} {mark}"} for kind in fields],
        "title": "{a_text}",
        "list": ["a_text", "a_member"],
    }
    house.ids["form"] = form = _made(house, "/v1/forms", definition)
    published = boss.post(f"/v1/forms/{form}/publish", headers={"If-Match": '"1"'})
    assert published.status == 200, published.body
    house.ids["attachment"], house.ids["upload"] = _upload(house, mark), _upload(house, mark)
    values = {"a_text": mark, "a_member": house.ids["member"], "a_attachment": [{"id": house.ids["attachment"]}]}
    house.ids["record"] = _made(house, f"/v1/forms/{form}/records", {"values": values})
    house.ids["binned"] = _made(house, f"/v1/forms/{form}/records", {"values": {"a_text": f"旧{mark}"}})
    assert boss.delete(f"/v1/records/{house.ids['binned']}", 1).status in (200, 204)


def _upload(house: "House", mark: str) -> str:
    asked = {"field": "a_attachment", "name": f"{mark}.pdf", "content_type": "application/pdf", "size": 4}
    upload = _made(house, f"/v1/forms/{house.ids['form']}/attachments", asked)
    key = f"t/{house.tenant_id}/forms/{house.ids['form']}/{upload}"
    bucket = house.company.cloud.boto("s3")
    bucket.put_object(Bucket="banli-test-files", Key=key, Body=b"%PDF", ContentType="application/pdf")
    return upload


def _runs(house: "House", mark: str) -> None:
    """A published flow whose approver is a field of the form; a run of the boss, one that asks him, one he heard of."""
    boss, member, ids = house.company.boss, house.browsers["member"], house.ids
    rule = {"type": "field", "field": "a_member"}
    step = {"type": "approve", "id": "one", "name": f"审批{mark}", "mode": "any", "approvers": [rule]}
    ids["flow"] = _made(house, "/v1/flows", {"form_id": ids["form"], "name": f"流程{mark}", "steps": [step]})
    published = boss.post(f"/v1/flows/{ids['flow']}/publish", headers={"If-Match": '"1"'})
    assert published.status == 200, published.body
    ids["run"] = _submitted(house, boss, f"一{mark}", ids["member"])
    ids["asked"] = _submitted(house, member, f"二{mark}", ids["administrator"])
    ids["heard"] = _submitted(house, member, f"三{mark}", ids["member"])
    copied = member.post(f"/v1/runs/{ids['heard']}/cc", {"members": [ids["administrator"]]})
    assert copied.status == 201, copied.body
    ids["draft"] = _made(
        house, f"/v1/forms/{ids['form']}/records", {"values": {"a_text": mark, "a_member": ids["member"]}}
    )


def _submitted(house: "House", by: Api, text: str, approver: str) -> str:
    values = {"a_text": text, "a_member": approver}
    answer = by.post("/v1/runs", {"form_id": house.ids["form"], "values": values})
    assert answer.status == 201, answer.body
    return str(answer.body["id"])


def _made(house: "House", path: str, body: dict[str, Any]) -> str:
    answer = house.company.boss.post(path, body)
    assert answer.status in (200, 201), (path, answer.body)
    return str(answer.body["id"])
