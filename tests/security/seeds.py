"""One thing of every kind that an id can name, made for a company through its API."""

from typing import TYPE_CHECKING, Any

from chalicelib.aws.table import table
from chalicelib.forms.spreadsheets.plain_sheet import CONTENT_TYPE, plain_workbook
from chalicelib.integrations.domain.deliveries import Delivery
from chalicelib.integrations.store import DeliveryRepository
from chalicelib.jobs.kinds import Subject
from chalicelib.jobs.wiring import jobs
from chalicelib.kernel.actor import system_actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.ids import new_ordered_id
from chalicelib.kernel.unit_of_work import UnitOfWork

from ..integration.conftest import Api

if TYPE_CHECKING:
    from .company_fixture import SeededCompany

PUBLIC_URL = "https://93.184.215.14/hook"


def plant(seeded: "SeededCompany", mark: str) -> None:
    """Fill `seeded.ids` and `seeded.tokens`. `mark` stands in every name."""
    _organisation(seeded, mark)
    _webhooks(seeded, mark)
    _form(seeded, mark)
    _runs(seeded, mark)
    _jobs(seeded, mark)


def _organisation(seeded: "SeededCompany", mark: str) -> None:
    company, boss = seeded.company, seeded.company.boss
    root = company.root()["id"]
    seeded.ids["root"] = root
    seeded.ids["administrator"] = company.boss_id
    seeded.ids["department"] = _made(seeded, "/v1/departments", {"name": f"销售{mark}", "parent_id": root})
    seeded.ids["position"] = _made(seeded, "/v1/positions", {"name": f"代表{mark}"})
    seeded.ids["role"] = _made(seeded, "/v1/roles", {"name": f"角色{mark}", "permissions": []})
    seeded.ids["invitation"] = _made(
        seeded, "/v1/invitations", {"email": f"guest@{mark}.example.cn", "name": f"客人{mark}"}
    )
    spare = company.browser()
    email = next(item["email"] for item in boss.get("/v1/members").body["items"] if item["email"].startswith("boss@"))
    spare.post("/v1/session", {"email": email, "password": "correct horse battery"})
    sessions = boss.get("/v1/sessions").body["items"]
    colleague = company.join(f"colleague@{mark}.example.cn")[1]
    period = {"from_at": "2098-01-01T00:00:00Z", "to_at": "2098-02-01T00:00:00Z"}
    seeded.ids["delegation"] = _made(seeded, "/v1/me/delegations", {"to_id": colleague, **period})
    seeded.ids["session"] = next(item["id"] for item in sessions if not item["current"])


def _webhooks(seeded: "SeededCompany", mark: str) -> None:
    settings: dict[str, Any] = {"url": f"{PUBLIC_URL}?{mark}", "event_types": ["flows.*"], "description": mark}
    seeded.ids["webhook"] = _made(seeded, "/v1/webhooks", settings)
    work = UnitOfWork(system_actor(seeded.tenant_id), utc_now())
    seeded.ids["delivery"] = new_ordered_id(work.now)
    delivery = Delivery(seeded.ids["delivery"], seeded.ids["webhook"], f"a.{mark}", "{}", work.now, work.now)
    DeliveryRepository().put(work, delivery)
    table().commit(work)


def _jobs(seeded: "SeededCompany", mark: str) -> None:
    """A job that waits for its worker, and an export that does."""
    work = UnitOfWork(system_actor(seeded.tenant_id), utc_now())
    subject = Subject("form", seeded.ids["form"], mark)
    params = {"form_id": seeded.ids["form"], "version": 1, "orders": []}
    seeded.ids["job"] = jobs().start(work, "forms.reindex", params, subject=subject)
    table().commit(work)
    begun = seeded.company.boss.post(f"/v1/forms/{seeded.ids['form']}/exports", {"format": "csv"})
    assert begun.status == 202, begun.body
    seeded.ids["export"] = begun.body["id"]


def _form(seeded: "SeededCompany", mark: str) -> None:
    """A published form in an app of its own, a record with a file and a link, a file not yet used, a record in the bin;
    and what the link leads to.
    """
    boss, fields = seeded.company.boss, ("text", "member", "department", "attachment")
    _target(seeded, mark)
    link = {"id": "a_link", "type": "link", "name": f"link {mark}", "options": {"forms": [seeded.ids["target_form"]]}}
    definition = {
        "name": f"表单{mark}",
        "fields": [*({"id": f"a_{kind}", "type": kind, "name": f"{kind} {mark}"} for kind in fields), link],
        "title": "{a_text}",
        "list": ["a_text", "a_member"],
    }
    seeded.ids["app"] = app = _made(seeded, "/v1/apps", {"name": f"应用{mark}"})
    seeded.ids["form"] = form = _made(seeded, f"/v1/forms?app_id={app}", definition)
    published = boss.post(f"/v1/forms/{form}/publish", headers={"If-Match": '"1"'})
    assert published.status == 200, published.body
    seeded.ids["attachment"], seeded.ids["upload"] = _upload(seeded, mark), _upload(seeded, mark)
    seeded.ids["spreadsheet"] = _spreadsheet(seeded, mark)
    seeded.ids["import"] = _made(seeded, f"/v1/forms/{form}/imports", {"upload_id": seeded.ids["spreadsheet"]})
    files = {"a_attachment": [{"id": seeded.ids["attachment"]}]}
    view = {"name": f"视图{mark}", "kind": "table", "audience": "personal"}
    seeded.ids["view"] = _made(seeded, f"/v1/forms/{form}/views", view)
    values = {"a_text": mark, "a_member": seeded.ids["member"], "a_link": seeded.ids["target"], **files}
    seeded.ids["record"] = _made(seeded, f"/v1/forms/{form}/records", {"values": values})
    said = {"text": f"评论{mark}", "mentions": [seeded.ids["administrator"]]}
    seeded.ids["comment"] = _made(seeded, f"/v1/records/{seeded.ids['target']}/comments", said)
    seeded.ids["binned"] = _made(seeded, f"/v1/forms/{form}/records", {"values": {"a_text": f"旧{mark}"}})
    assert boss.delete(f"/v1/records/{seeded.ids['binned']}", 1).status in (200, 204)


def _target(seeded: "SeededCompany", mark: str) -> None:
    """A form that another links to, with a record."""
    definition = {"name": f"目标{mark}", "fields": [{"id": "a_text", "type": "text", "name": f"text {mark}"}]}
    seeded.ids["target_form"] = form = _made(seeded, "/v1/forms", definition)
    published = seeded.company.boss.post(f"/v1/forms/{form}/publish", headers={"If-Match": '"1"'})
    assert published.status == 200, published.body
    seeded.ids["target"] = _made(seeded, f"/v1/forms/{form}/records", {"values": {"a_text": mark}})


def _upload(seeded: "SeededCompany", mark: str) -> str:
    asked = {"field": "a_attachment", "name": f"{mark}.pdf", "content_type": "application/pdf", "size": 4}
    upload = _made(seeded, f"/v1/forms/{seeded.ids['form']}/attachments", asked)
    key = f"t/{seeded.tenant_id}/forms/{seeded.ids['form']}/{upload}"
    bucket = seeded.company.cloud.boto("s3")
    bucket.put_object(Bucket="banli-test-files", Key=key, Body=b"%PDF", ContentType="application/pdf")
    return upload


def _spreadsheet(seeded: "SeededCompany", mark: str) -> str:
    content = plain_workbook([f"text {mark}"], [[f"行{mark}"]])
    asked = {"name": f"{mark}.xlsx", "content_type": CONTENT_TYPE, "size": len(content)}
    upload = _made(seeded, "/v1/spreadsheets", asked)
    key = f"t/{seeded.tenant_id}/spreadsheets/{upload}"
    bucket = seeded.company.cloud.boto("s3")
    bucket.put_object(Bucket="banli-test-files", Key=key, Body=content, ContentType=CONTENT_TYPE)
    return upload


def _runs(seeded: "SeededCompany", mark: str) -> None:
    """A published flow whose approver is a field of the form; a run of the boss, one that asks him, one he heard of."""
    boss, member, ids = seeded.company.boss, seeded.browsers["member"], seeded.ids
    rule = {"type": "field", "field": "a_member"}
    step = {"type": "approve", "id": "one", "name": f"审批{mark}", "mode": "any", "approvers": [rule]}
    ids["flow"] = _made(seeded, "/v1/flows", {"form_id": ids["form"], "name": f"流程{mark}", "steps": [step]})
    published = boss.post(f"/v1/flows/{ids['flow']}/publish", headers={"If-Match": '"1"'})
    assert published.status == 200, published.body
    ids["run"] = _submitted(seeded, boss, f"一{mark}", ids["member"])
    ids["asked"] = _submitted(seeded, member, f"二{mark}", ids["administrator"])
    ids["heard"] = _submitted(seeded, member, f"三{mark}", ids["member"])
    copied = member.post(f"/v1/runs/{ids['heard']}/cc", {"members": [ids["administrator"]]})
    assert copied.status == 201, copied.body
    ids["draft"] = _made(
        seeded, f"/v1/forms/{ids['form']}/records", {"values": {"a_text": mark, "a_member": ids["member"]}}
    )


def _submitted(seeded: "SeededCompany", by: Api, text: str, approver: str) -> str:
    values = {"a_text": text, "a_member": approver}
    answer = by.post("/v1/runs", {"form_id": seeded.ids["form"], "values": values})
    assert answer.status == 201, answer.body
    return str(answer.body["id"])


def _made(seeded: "SeededCompany", path: str, body: dict[str, Any]) -> str:
    answer = seeded.company.boss.post(path, body)
    assert answer.status in (200, 201), (path, answer.body)
    return str(answer.body["id"])
