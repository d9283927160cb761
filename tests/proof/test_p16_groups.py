"""P16 under permission groups by chance: reading, lists, orders, filters, counts, searches, history, children and
candidates of links show a member the same of each record, and that is what the groups say by a reckoning of the test's
own. Groups follow links and member fields, too.
"""

import json
import random
from collections.abc import Callable
from decimal import Decimal
from typing import Any
from urllib.parse import quote

from chalicelib.aws.table import table
from chalicelib.forms import api as forms
from chalicelib.kernel.actor import system_actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.unit_of_work import UnitOfWork

from ..integration.conftest import Api, Cloud
from ..integration.directory.company import Browser, Company
from ..integration.forms.linked import link, opened
from ..integration.forms.quote import Desk
from ..integration.forms.quote import field as a_field
from ..integration.forms.test_groups import FIELDS as SHOP_FIELDS
from ..integration.forms.test_groups import Shop
from ..integration.forms.test_rights import entered
from .sizes import dice, size

RULES = size(short=20, long=200)
LEVELS = ("hidden", "masked", "read", "edit")
PHONE = "13812341234"
FIELDS = ("name", "phone", "cost", "level")
FOLLOWED = ("keeper", "area")
Group = dict[str, Any]
Seen = dict[str, int]


def by_chance(chance: random.Random, shop: Shop) -> list[Group]:
    audiences: list[Any] = ["everyone", {"members": [shop.li_id]}, {"departments": [shop.department]}]
    by_value = {"field": "level", "op": chance.choice(["eq", "ne"]), "value": "A"}
    followed: list[Any] = [{"members": ["keeper"]}, {"through": "area"}]
    rows: list[Any] = ["own", "shared", "department", "department_and_below", "all", by_value, *followed]
    found = []
    for number in range(chance.randint(0, 4)):
        fields = {name: chance.choice(LEVELS) for name in FIELDS if chance.random() < 0.35}
        if fields.get("cost") == "masked":
            del fields["cost"]
        actions = chance.sample(["edit", "delete"], chance.randint(0, 2))
        group = {"id": f"g{number}", "audience": chance.choice(audiences), "rows": chance.choice(rows)}
        found.append({**group, "fields": fields, "actions": actions})
    return found


class Around:
    """What the form is linked to: areas that one member each may read, and a form that links to it."""

    def __init__(self, shop: Shop) -> None:
        kept = {"groups": [{"id": "kept", "audience": "everyone", "rows": {"members": ["keeper"]}}]}
        areas = opened(shop.company, "Areas", a_field("keeper", "member", "keeper"), access=kept)
        self.areas = {
            areas.filled({"name": name, "keeper": keeper})["id"]: keeper
            for name, keeper in (("东", shop.li_id), ("西", shop.lead_id))
        }
        to_area = link("area", areas.form_id)
        self.more: dict[str, Any] = {
            "fields": [*SHOP_FIELDS, a_field("keeper", "member", "keeper"), to_area],
            "list": ["name", "phone", "cost", *FOLLOWED],
        }
        assert shop.publish([], **self.more).status == 200
        self.notes: Desk = opened(shop.company, "Notes", link("target", shop.form))


class Reckoning:
    """What the groups come to for one member, said as plainly as they are written."""

    def __init__(self, shop: Shop, groups: list[Group], member: str, around: Around) -> None:
        self.member = member
        self.around = around
        self.own_place = shop.inner if member == shop.li_id else shop.department
        self.below = {shop.inner} | ({shop.department} if member != shop.li_id else set())
        written = [group["rows"] for group in groups]
        implied = {"own": ["edit", "delete"], "shared": []}
        meant = [{"rows": rows, "actions": actions} for rows, actions in implied.items() if rows not in written]
        named = (
            group
            for group in groups
            if group["audience"] == "everyone"
            or self.member in group["audience"].get("members", ())
            or group["audience"].get("departments")
        )
        self.groups = [*meant, *named]

    def opens(self, group: Group, record: dict[str, Any]) -> bool:
        rows = group["rows"]
        if isinstance(rows, dict) and "members" in rows:
            return bool(record["values"].get("keeper") == self.member)
        if isinstance(rows, dict) and "through" in rows:
            return self.around.areas.get(record["values"].get("area")) == self.member
        if isinstance(rows, dict):
            return bool((record["values"].get("level") == "A") is (rows["op"] == "eq"))
        opened: dict[str, bool] = {
            "all": True,
            "own": record["by"] == self.member,
            "shared": self.member in record["shared"],
            "department": record["place"] == self.own_place,
            "department_and_below": record["place"] in self.below,
        }
        return opened[str(rows)]

    def level(self, group: Group, field: str) -> int:
        rest = "edit" if "edit" in group["actions"] else "read"
        return LEVELS.index(group.get("fields", {}).get(field, rest))

    def seen(self, record: dict[str, Any]) -> Seen | None:
        """Levels by field; None for a record that is not theirs."""
        groups = [group for group in self.groups if self.opens(group, record)]
        named = (*FIELDS, *FOLLOWED)
        return {name: max(self.level(group, name) for group in groups) for name in named} if groups else None

    def values(self, record: dict[str, Any]) -> dict[str, Any] | None:
        seen = self.seen(record)
        if seen is None:
            return None
        told = {name: value for name, value in record["values"].items() if seen[name] > 0}
        return {name: masked(value) if seen[name] == 1 else value for name, value in told.items()}

    @property
    def asked(self) -> list[str]:
        """Fields that they may ask about."""
        return [field for field in FIELDS if all(self.level(group, field) > 1 for group in self.groups)]


def masked(text: str) -> str:
    head, tail = min(3, len(text) * 3 // 11), min(4, len(text) * 4 // 11)
    return f"{text[:head]}****{text[len(text) - tail :]}"


def records(shop: Shop, around: Around) -> dict[str, dict[str, Any]]:
    keepers, areas = [shop.li_id, shop.lead_id, None], [*around.areas, None]
    boss = shop.company.boss_id
    makers: list[tuple[Api, str, str]] = [
        (shop.li, shop.li_id, shop.inner),
        (shop.lead, shop.lead_id, shop.department),
        (shop.other, "", "elsewhere"),
        (shop.boss, boss, "root"),
    ]
    found = {}
    for number in range(12):
        by, member, place = makers[number % 4]
        values = {"name": f"甲{number:02d}", "phone": PHONE, "cost": f"{number}.00", "level": "AB"[number // 4 % 2]}
        made = shop.filled(by, **values)
        followed = {"keeper": keepers[number % 3], "area": areas[number // 3 % 3]}
        values |= {name: value for name, value in followed.items() if value}
        changed = shop.boss.put(f"/v1/records/{made['id']}", {"values": {**values, "cost": f"{number + 20}.00"}}, 1)
        assert changed.status == 200, changed.body
        shared = [shop.li_id] if number % 3 == 2 and member != shop.li_id else []
        work = UnitOfWork(system_actor(shop.company.id), utc_now())
        forms.share(work, forms.get_record(work, made["id"]), shared)
        table().commit(work)
        found[made["id"]] = {"values": changed.body["values"], "by": member, "place": place, "shared": shared}
    return found


def agrees(shop: Shop, by: Api, told: Reckoning, made: dict[str, dict[str, Any]]) -> int:
    """How many answers were compared."""
    around = told.around
    wanted = {each: values for each, record in made.items() if (values := told.values(record)) is not None}

    def theirs(area: str | None) -> bool:
        return area is None or around.areas.get(area) == told.member

    def plain(values: dict[str, Any]) -> dict[str, Any]:
        """Without what stands for an area that is not theirs to read."""
        area = values.get("area")
        assert theirs(area) or str(area).startswith("hidden:")
        return {name: value for name, value in values.items() if name != "area" or theirs(area)}

    wanted = {
        each: {name: value for name, value in values.items() if name != "area" or theirs(value)}
        for each, values in wanted.items()
    }
    path = f"/v1/forms/{shop.form}/records"

    def listed(query: str) -> dict[str, Any]:
        answer = by.get(f"{path}{query}")
        assert answer.status == 200, (query, answer.body)
        return {card["id"]: plain(card["values"]) for card in answer.body["items"]}

    assert listed("?limit=100") == wanted
    assert by.get(f"{path}/count").body == {"count": len(wanted), "exact": True}
    seen_somewhere = [field for field in FIELDS if any(told.level(group, field) for group in told.groups)]
    asked = by.post(f"{path}/query", {"fields": seen_somewhere, "limit": 100}).body["items"]
    followed = {name for name in FOLLOWED if name not in seen_somewhere}
    without = {each: {name: v for name, v in values.items() if name not in followed} for each, values in wanted.items()}
    assert {card["id"]: card["values"] for card in asked} == without
    summed = by.post(f"{path}/aggregate", {"measures": [{"field": "cost", "function": "sum"}]})
    if "cost" in told.asked:
        total = sum((Decimal(values["cost"]) for values in wanted.values()), Decimal(0))
        assert (summed.body["count"], Decimal(summed.body["measures"][0] or 0)) == (len(wanted), total)
    else:
        assert summed.status == 422
    for each, record in made.items():
        read = by.get(f"/v1/records/{each}")
        assert read.status == (200 if each in wanted else 404)
        if each in wanted:
            assert plain(read.body["values"]) == wanted[each]
            entries = by.get(f"/v1/records/{each}/history").body["items"]
            changed = {change["field"] for entry in entries for change in entry["changes"]}
            seen = told.seen(record) or {}
            assert changed == ({"cost"} if seen["cost"] else set()) | {*FOLLOWED} & {*record["values"]}
    ordered_alike(by, told, path, set(wanted))
    whole = [each for each, values in wanted.items() if values.get("phone") == PHONE]
    assert sorted(listed(f"?limit=100&q={PHONE}")) == sorted(whole)
    named = [each for each, values in wanted.items() if values.get("name") == "甲02"]
    assert sorted(listed(f"?limit=100&q={quote('甲02')}")) == sorted(named)
    chosen = by.get(f"/v1/forms/{around.notes.form_id}/links/target/candidates?limit=50")
    assert {each["id"] for each in chosen.body["items"]} == set(wanted)
    for area, keeper in around.areas.items():
        children = by.get(f"/v1/records/{area}/children/{shop.form}/area?limit=50")
        assert children.status == (200 if keeper == told.member else 404)
        if keeper == told.member:
            inside = {each for each in wanted if made[each]["values"].get("area") == area}
            assert {card["id"] for card in children.body["items"]} == inside
    return 2 * len(made) + 12


def ordered_alike(by: Api, told: Reckoning, path: str, wanted: set[str]) -> None:
    for field in ("name", "cost", "level"):
        order = by.get(f"{path}?limit=100&sort={field}")
        where = f"{path}/count?filter=" + quote(json.dumps([{"field": field, "op": "filled"}]))
        if field in told.asked:
            places = [(card["values"][field], card["id"]) for card in order.body["items"]]
            keys = [(float(value) if field == "cost" else value, identity) for value, identity in places]
            assert keys == sorted(keys)
            assert {identity for _, identity in keys} == wanted
            assert by.get(where).body["count"] == len(wanted)
        else:
            assert (order.status, by.get(where).status) == (422, 422)


def test_groups_by_chance(cloud: Cloud, browser: Browser, proved: Callable[..., None]) -> None:
    shop, chance, answers = Shop(Company.found(cloud, browser)), dice("P16 groups"), 0
    around = Around(shop)
    made = records(shop, around)
    for number in range(RULES):
        groups = by_chance(chance, shop)
        told = shop.publish(groups, description=str(number), **around.more)
        assert told.status == 200, told.body
        if any("members" in group["rows"] for group in groups):
            entered(shop)  # type: ignore[arg-type]
        for by, member in ((shop.li, shop.li_id), (shop.lead, shop.lead_id)):
            answers += agrees(shop, by, Reckoning(shop, groups, member, around), made)
    proved("P16", "random permission groups", rules=RULES, answers=answers, differing=0)
