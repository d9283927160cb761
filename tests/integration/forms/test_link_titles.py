"""What a reader learns of the records that a record links to: titles where they may be read, else nothing."""

import json
from urllib.parse import quote

import pytest

from ..conftest import Api
from ..directory.company import Company
from .linked import link, opened
from .quote import Desk, codes, field

OPEN = {"groups": [{"id": "all", "audience": "everyone", "rows": "all", "actions": ["edit", "delete"], "fields": {}}]}


@pytest.fixture
def li(company: Company) -> Api:
    return company.join("li@east.example.cn")[0]


class Purchasing:
    """Requisitions that everybody reads and changes, of suppliers that only who made them reads."""

    def __init__(self, company: Company) -> None:
        self.company = company
        self.suppliers = opened(company, "Suppliers", field("phone", "text", "phone"))
        rows = {"columns": [link("supplier", self.suppliers.form_id), field("note", "text", "note")]}
        self.desk = opened(
            company,
            "Requisitions",
            link("supplier", self.suppliers.form_id),
            link("others", self.suppliers.form_id, multiple=True),
            field("lines", "lines", "lines", options=rows),
            list=["name", "supplier"],
            access=OPEN,
        )

    def supplier(self, name: str, by: Api | None = None) -> str:
        return str(self.suppliers.filled({"name": name}, by)["id"])


@pytest.fixture
def purchasing(company: Company) -> Purchasing:
    return Purchasing(company)


def test_titles_follow_the_record_that_is_linked(purchasing: Purchasing) -> None:
    supplier = purchasing.suppliers.filled({"name": "华东"})
    made = purchasing.desk.filled({"name": "一", "supplier": supplier["id"]})
    assert purchasing.suppliers.change(supplier, name="华东（新）").status == 200
    (card,) = purchasing.desk.listed().body["items"]
    assert card["links"][supplier["id"]]["title"] == "华东（新）"
    assert purchasing.company.boss.get(f"/v1/records/{made['id']}").body["links"] == card["links"]


def test_no_answer_holds_the_id_of_a_record_that_may_not_be_read(purchasing: Purchasing, li: Api) -> None:
    hidden, shown = purchasing.supplier("密"), purchasing.supplier("小李的", li)
    values = {"supplier": hidden, "others": [hidden, shown], "lines": [{"supplier": hidden, "note": "甲"}]}
    made = purchasing.desk.filled({"name": "一", **values})
    changed = purchasing.desk.change(made, name="二", lines=[{"supplier": shown}, {"supplier": hidden}])
    assert changed.status == 200
    record = li.get(f"/v1/records/{made['id']}").body
    token = record["values"]["supplier"]
    assert record["links"][token] == {"readable": False}
    assert record["links"][shown]["title"] == "小李的"
    places = [f"/v1/records/{made['id']}", f"/v1/records/{made['id']}/history"]
    places += [f"/v1/forms/{purchasing.desk.form_id}/{each}" for each in ("records", "bin", "records?q=一")]
    assert purchasing.company.boss.delete(f"/v1/records/{made['id']}", 2).status == 204
    bin_card = li.get(places[3]).body["items"][0]
    assert bin_card["values"]["supplier"] == token
    for place in places:
        answer = li.get(place)
        assert hidden not in json.dumps(answer.body), place
        assert "密" not in json.dumps(answer.body, ensure_ascii=False)


@pytest.mark.parametrize("op", ["eq", "ne", "in", "has", "has_none"])
def test_a_filter_by_the_id_of_a_hidden_record_answers_as_for_one_that_never_was(
    purchasing: Purchasing, li: Api, op: str
) -> None:
    hidden, mine = purchasing.supplier("密"), purchasing.supplier("我的", li)
    purchasing.desk.filled({"name": "一", "supplier": hidden})
    purchasing.desk.filled({"name": "二", "supplier": mine})

    def found(supplier: str) -> list[str]:
        value = supplier if op in ("eq", "ne") else [supplier]
        asked = quote(json.dumps({"field": "supplier", "op": op, "value": value}))
        count = li.get(f"/v1/forms/{purchasing.desk.form_id}/records/count?filter={asked}").body["count"]
        names = [card["values"]["name"] for card in purchasing.desk.listed(f"?filter={asked}", li).body["items"]]
        assert count == len(names)
        return names

    assert found(hidden) == found("0" * 26)
    assert found(mine) == (["二"] if op not in ("ne", "has_none") else ["一"])


def test_what_stands_for_a_hidden_record_means_it_when_it_is_sent_back(purchasing: Purchasing, li: Api) -> None:
    hidden, mine = purchasing.supplier("密"), purchasing.supplier("我的", li)
    made = purchasing.desk.filled({"name": "一", "supplier": hidden, "lines": [{"supplier": hidden}]})
    seen = li.get(f"/v1/records/{made['id']}").body
    assert purchasing.desk.change(seen, li, name="二").status == 200
    stored = purchasing.company.boss.get(f"/v1/records/{made['id']}").body
    assert (stored["values"]["supplier"], stored["values"]["lines"]) == (hidden, [{"supplier": hidden}])
    other = purchasing.desk.filled({"name": "别的", "supplier": hidden})
    token = seen["values"]["supplier"]
    assert token != li.get(f"/v1/records/{other['id']}").body["values"]["supplier"]
    mixed = purchasing.desk.change(li.get(f"/v1/records/{other['id']}").body, li, supplier=token)
    assert codes(mixed) == {"/values/supplier": "value_no_record"}
    assert codes(purchasing.desk.fill({"name": "三", "supplier": token}, li)) == {"/values/supplier": "value_no_record"}
    moved = purchasing.desk.change(li.get(f"/v1/records/{made['id']}").body, li, supplier=mine, lines=[])
    assert moved.body["values"] == {"name": "二", "supplier": mine}


@pytest.mark.parametrize("guess", ["hidden", "deleted", "never", "another form"])
def test_every_record_that_cannot_be_chosen_is_answered_alike(purchasing: Purchasing, li: Api, guess: str) -> None:
    deleted = purchasing.suppliers.filled({"name": "旧"}, li)
    assert li.delete(f"/v1/records/{deleted['id']}", 1).status == 204
    ids = {
        "hidden": purchasing.supplier("密"),
        "deleted": deleted["id"],
        "never": "0" * 26,
        "another form": purchasing.desk.filled({"name": "一"}, li)["id"],
    }
    answer = purchasing.desk.fill({"supplier": ids[guess]}, li)
    never = purchasing.desk.fill({"supplier": "z" * 26}, li)
    assert answer.status == 422
    assert answer.body["errors"] == never.body["errors"]


def test_a_record_in_the_bin_keeps_its_title_for_its_readers(company: Company) -> None:
    suppliers = opened(company, "Suppliers")
    desk = opened(company, "Requisitions", link("supplier", suppliers.form_id, on_delete="clear"))
    supplier = suppliers.filled({"name": "华东"})["id"]
    made = desk.filled({"name": "一", "supplier": supplier})
    (change,) = _deleted_behind(company, suppliers, supplier, made["id"])
    assert change["before"] == supplier
    entry = company.boss.get(f"/v1/records/{made['id']}/history").body["items"][0]
    assert entry["links"][supplier] == {
        "readable": True, "form_id": suppliers.form_id, "title": "华东", "deleted": True,
    }  # fmt: skip


def _deleted_behind(company: Company, suppliers: Desk, supplier: str, record_id: str) -> list[dict[str, str]]:
    assert company.boss.delete(f"/v1/records/{supplier}", 1).status == 204
    entry = company.boss.get(f"/v1/records/{record_id}/history").body["items"][0]
    assert entry["action"] == "unlinked"
    found: list[dict[str, str]] = entry["changes"]
    return found
