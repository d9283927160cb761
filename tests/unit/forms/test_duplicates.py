"""Under what a record stands for the duplicate rules of forms, and which rules can be published."""

from typing import Any

from chalicelib.forms.domain.definition import Definition
from chalicelib.forms.domain.duplicates.checks import across_faults, lost_fields, own_faults
from chalicelib.forms.domain.duplicates.marks import watches

from .made import definition, doc, formula

CUSTOMER, LEAD = "c" * 26, "d" * 26
NAME = {"id": "name", "name": "客户名称", "fields": [{"field": "name", "as": "company"}]}
ACROSS = {**NAME, "across": [{"form": LEAD, "fields": ["company"]}]}


def customers(*rules: dict[str, Any]) -> Definition:
    fields = doc("name", "text"), doc("phone", "phone"), doc("note", "long_text"), doc("size", "number")
    link = doc("parent", "link", {"forms": [CUSTOMER]})
    return definition(*fields, link, formula("shown", "name", "text"), duplicates=list(rules))


def leads() -> Definition:
    return definition(doc("company", "text"), doc("tel", "phone"))


def mark(found: Definition, form: Definition, form_id: str, **values: Any) -> str:
    (watch,) = watches(CUSTOMER, found, form_id)
    return watch.mark(form, values)


def test_records_that_are_the_same_have_one_mark_also_across_forms() -> None:
    found = customers(ACROSS)
    one = mark(found, found, CUSTOMER, name="常州恒力液压有限公司")
    assert one
    assert one == mark(found, found, CUSTOMER, name="常州恒力液压 (有限公司)")
    assert one == mark(found, leads(), LEAD, company="常州恒力液压")
    assert one != mark(found, found, CUSTOMER, name="常州恒立液压有限公司")


def test_all_fields_of_a_rule_count_and_a_blank_one_makes_no_mark() -> None:
    both = {**NAME, "fields": [{"field": "name", "as": "company"}, {"field": "phone", "as": "phone"}]}
    found = customers(both)
    one = mark(found, found, CUSTOMER, name="恒力", phone="13800138000")
    assert one == mark(found, found, CUSTOMER, name="恒力公司", phone="+86 138 0013 8000")
    assert one != mark(found, found, CUSTOMER, name="恒力", phone="13800138001")
    assert not mark(found, found, CUSTOMER, name="恒力")
    assert not mark(found, found, CUSTOMER, name="（）", phone="13800138000")


def test_marks_of_another_normal_form_mean_something_else() -> None:
    (company,), (exact,) = (
        watches(CUSTOMER, customers({**NAME, "fields": [{"field": "name", "as": way}]}), CUSTOMER)
        for way in ("company", "exact")
    )
    assert company.scope != exact.scope


def codes(found: Definition) -> dict[str, str]:
    return {fault.path: fault.code for fault in own_faults(found, CUSTOMER)}


def test_a_rule_over_what_people_fill_in_can_be_published() -> None:
    named = [{"field": "name", "as": "company"}, {"field": "parent"}, {"field": "phone", "as": "code"}]
    assert not codes(customers({**ACROSS, "across": []}, {**NAME, "id": "other", "fields": named}))


def test_fields_that_cannot_be_compared_like_that_are_named() -> None:
    for each in ("note", "size", "shown", "gone", ""):
        assert codes(customers({**NAME, "fields": [{"field": each}]})) == {
            "/duplicates/0/fields/0": "duplicate_field"
        }, each
    phone = {**NAME, "fields": [{"field": "parent", "as": "phone"}, {"field": "name"}, {"field": "name"}]}
    assert codes(customers(phone)) == {
        "/duplicates/0/fields/0": "duplicate_field",
        "/duplicates/0/fields/2": "duplicate_field",
    }


def test_rules_that_contradict_themselves_are_named() -> None:
    twice = [{"form": LEAD, "fields": ["company"]}, {"form": LEAD, "fields": []}]
    assert codes(customers({**NAME, "across": twice}, {**NAME, "fields": []})) == {
        "/duplicates/0/across/1/form": "duplicate_form_twice",
        "/duplicates/0/across/1/fields": "duplicate_field",
        "/duplicates/1/id": "duplicate_id",
        "/duplicates/1/fields": "duplicate_no_field",
    }
    own = {**NAME, "across": [{"form": CUSTOMER, "fields": ["name"]}]}
    assert codes(customers(own)) == {"/duplicates/0/across/0/form": "duplicate_form_twice"}


def test_the_other_form_must_have_the_fields_and_keep_them() -> None:
    found = customers(ACROSS)
    (rule,) = found.duplicates
    assert not list(across_faults(rule, rule.across[0], leads(), "/x"))
    changed = definition(doc("company", "number"))
    assert [fault.path for fault in across_faults(rule, rule.across[0], changed, "/x")] == ["/x/fields/0"]
    assert list(lost_fields(CUSTOMER, found, changed, LEAD)) == ["company"]
    assert not list(lost_fields(CUSTOMER, found, leads(), LEAD))
