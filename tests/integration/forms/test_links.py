"""Links over HTTP: forms that link to each other, and the lists of children that are written with each record."""

from ..directory.company import Company
from .linked import children, form, link, opened, rows
from .quote import Desk, codes, field


def test_a_link_leads_to_a_published_form_of_the_company(company: Company) -> None:
    draft = company.boss.post("/v1/forms", form("draft", field("name", "text", "name"))).body["id"]
    made = company.boss.post("/v1/forms", form("Contracts", link("a", draft), link("b", "z" * 26))).body
    refused = company.boss.post(f"/v1/forms/{made['id']}/publish", headers={"If-Match": f'"{made["version"]}"'})
    assert refused.status == 422
    assert codes(refused) == {
        "/fields/0/options/forms/0": "link_no_form",
        "/fields/1/options/forms/0": "link_no_form",
    }


def test_a_form_knows_who_links_to_it_until_they_do_not(company: Company) -> None:
    suppliers, products = opened(company, "Suppliers"), opened(company, "Products")
    columns = field("lines", "lines", "lines", options={"columns": [link("product", products.form_id)]})
    desk = opened(company, "Requisitions", link("supplier", suppliers.form_id, on_delete="clear"), columns)
    assert rows(company, "form_link") == {
        (f"inbound#{suppliers.form_id}", f"{desk.form_id}#supplier"): {
            "form_id": desk.form_id, "path": "supplier", "name": "supplier", "on_delete": "clear", "multiple": False,
        },
        (f"inbound#{products.form_id}", f"{desk.form_id}#lines.product"): {
            "form_id": desk.form_id, "path": "lines.product", "name": "product", "on_delete": "refuse",
            "multiple": False,
        },
    }  # fmt: skip
    changed = form("Requisitions", field("name", "text", "name"), link("supplier", products.form_id))
    assert desk.republish(changed).status == 200
    assert list(rows(company, "form_link")) == [(f"inbound#{products.form_id}", f"{desk.form_id}#supplier")]


def test_a_form_may_link_to_itself_from_its_first_version_on(company: Company) -> None:
    made = company.boss.post("/v1/forms", form("Departments", field("name", "text", "name"))).body
    desk = Desk(company, made["id"])
    itself = form("Departments", field("name", "text", "name"), link("above", desk.form_id))
    assert desk.republish(itself).status == 200
    assert list(rows(company, "form_link")) == [(f"inbound#{desk.form_id}", f"{desk.form_id}#above")]


def test_a_record_stands_in_the_lists_of_its_parents_as_it_is_now(company: Company) -> None:
    suppliers = opened(company, "Suppliers")
    first, second = (suppliers.filled({"name": name})["id"] for name in ("华东", "华南"))
    desk = opened(company, "Requisitions", link("supplier", suppliers.form_id))
    record = desk.filled({"name": "阀门", "supplier": first})
    assert children(company, desk, "supplier") == {first: {record["id"]: 1}}
    renamed = desk.change(record, name="球阀").body
    assert children(company, desk, "supplier") == {first: {record["id"]: 2}}
    moved = desk.change(renamed, supplier=second).body
    assert children(company, desk, "supplier") == {second: {record["id"]: 3}}
    assert company.boss.delete(f"/v1/records/{record['id']}", moved["version"]).status == 204
    assert children(company, desk, "supplier") == {}
    assert company.boss.post(f"/v1/records/{record['id']}/restore").status == 200
    assert children(company, desk, "supplier") == {second: {record["id"]: 5}}
