"""One thing of every kind that an id can name, made for a company through its API."""

from typing import TYPE_CHECKING, Any

from chalicelib.aws.table import table
from chalicelib.integrations.domain.deliveries import Delivery
from chalicelib.integrations.store import DeliveryRows
from chalicelib.kernel.actor import system_actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.ids import new_ordered_id
from chalicelib.kernel.work import Work

if TYPE_CHECKING:
    from .world import House

PUBLIC_URL = "https://93.184.215.14/hook"


def plant(house: "House", mark: str) -> None:
    """Fill `house.ids` and `house.tokens`. `mark` stands in every name."""
    _organisation(house, mark)
    _webhooks(house, mark)


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
    settings: dict[str, Any] = {"url": f"{PUBLIC_URL}?{mark}", "event_types": ["integrations.*"], "description": mark}
    house.ids["webhook"] = _made(house, "/v1/webhooks", settings)
    work = Work(system_actor(house.tenant_id), utc_now())
    house.ids["delivery"] = new_ordered_id(work.now)
    delivery = Delivery(house.ids["delivery"], house.ids["webhook"], f"a.{mark}", "{}", work.now, work.now)
    DeliveryRows().put(work, delivery)
    table().commit(work)


def _made(house: "House", path: str, body: dict[str, Any]) -> str:
    answer = house.company.boss.post(path, body)
    assert answer.status in (200, 201), (path, answer.body)
    return str(answer.body["id"])
