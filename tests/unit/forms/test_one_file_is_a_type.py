"""A new field type is one file: checked, published, computed with, listed, found, shown on cards and in mails."""

import json
from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from jsonschema import Draft202012Validator

from chalicelib.conditions.dynamic import Surroundings
from chalicelib.edge.schemas import make_validator
from chalicelib.flows.form_view import in_language, summary, view_of
from chalicelib.forms.domain.checks import options_validator, problems
from chalicelib.forms.domain.definition import Definition, Form, storage_types
from chalicelib.forms.domain.fault_names import named_faults
from chalicelib.forms.domain.fields import RESULTS, TYPES, Locale, Reader, type_of
from chalicelib.forms.domain.fields.contract import column_contract, field_contract
from chalicelib.forms.domain.record_query import parse_query
from chalicelib.forms.domain.records import Record, index_keys, list_row, title_of
from chalicelib.forms.domain.search import Search
from chalicelib.forms.domain.values import canonical_values
from chalicelib.notifications.values import summed_up

from .made import MOMENT, SHANGHAI, definition, doc, faults, form, formula
from .stars import FIELD_TYPE as STARS

MOST = {"most": 5}
ENGLISH = Locale("en", SHANGHAI)
AROUND = Surroundings(MOMENT.now, SHANGHAI)


def where(op: str) -> str:
    return json.dumps([{"field": "stars", "op": op, "value": "4"}])


@pytest.fixture(autouse=True)
def registered(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(TYPES, STARS.type, STARS)
    monkeypatch.setitem(RESULTS, STARS.type, STARS)
    options_validator.cache_clear()
    yield
    options_validator.cache_clear()


def rated() -> Definition:
    return definition(
        doc("name", "text"),
        doc("stars", "stars", MOST, indexed=True),
        formula("doubled", "stars * 2"),
        formula("next", "stars + 1", "stars"),
        doc("rows", "lines", {"columns": [doc("mark", "stars", MOST)]}),
        title="{name} {stars}",
        list=["name", "stars", "next"],
    )


VALUES = {"name": "华东阀门", "stars": 4, "rows": [{"mark": "2"}]}


def record(found: Definition) -> Record:
    values = canonical_values(found, VALUES, MOMENT)
    return Record("r" * 26, "f" * 26, 1, values, "active", "", "", "", "")


def test_its_values_are_checked_and_computed_with() -> None:
    assert canonical_values(rated(), VALUES, MOMENT) == {
        "name": "华东阀门", "stars": "4", "doubled": "8", "next": "5", "rows": [{"mark": "2"}]
    }  # fmt: skip
    assert faults(rated(), {**VALUES, "stars": 6}) == {"/values/stars": "not_a_number"}


def test_a_definition_is_checked_by_its_options_and_told_in_its_words() -> None:
    draft = form(doc("stars", "stars", {"most": 12}, unique=True))
    (fault,) = named_faults(problems(draft), draft)
    assert (fault.path, fault.code) == ("/fields/0/options/most", "schema_maximum")
    assert dict(fault.params)["field"].label == {"zh-CN": "最多几颗星", "en": "most stars"}
    twice = form(doc("stars", "stars", MOST, unique=True))
    (fault,) = named_faults(problems(twice), twice)
    assert (fault.code, dict(fault.params)["type"].label) == ("cannot_be_unique", STARS.words)


def test_its_meaning_is_kept_while_records_hold_it() -> None:
    known = storage_types(rated().fields)
    assert (known["stars"], known["rows.mark"]) == ("stars", "stars")
    other = form(doc("name", "text"), doc("stars", "number"))
    assert [fault.code for fault in problems(other, known)] == ["type_changed"]


def test_a_list_shows_sorts_filters_and_finds_it() -> None:
    found = rated()
    entry = list_row(record(found), found.summary_fields, 1)
    assert entry["values"] == {"name": "华东阀门", "stars": "4", "next": "5"}
    assert index_keys(found, record(found))["stars"] == "14"
    query = parse_query(found, AROUND, sort="-stars", filters=where("gte"))
    assert query.bounds()[0] == "14"
    assert query.passes(entry)
    assert not parse_query(found, AROUND, filters=where("gt")).passes(entry)
    entry |= {"created_by": "", "serial": "", "title": ""}
    assert Search("★★★★", found, ENGLISH).finds(entry)
    assert title_of(found, record(found).values, ENGLISH) == "华东阀门 ★★★★"


def test_a_flow_compares_it_and_a_card_and_a_mail_show_it() -> None:
    form = Form("f" * 26, 1, rated())
    view = view_of(form, "en")
    assert [view.fields[each].kind for each in ("stars", "next", "rows")] == ["decimal", "decimal", "opaque"]
    card = in_language(summary(form, record(form.definition).values, ()), "en")
    assert [(each["id"], each["type"], each["value"]) for each in card] == [
        ("stars", "stars", "4"), ("doubled", "number", "8"), ("next", "stars", "5")
    ]  # fmt: skip
    reader = Reader("en", ZoneInfo("Asia/Shanghai"), lambda _, __: "")
    assert [summed_up(each, reader) for each in card] == ["★★★★", "8", "★★★★★"]


@pytest.mark.parametrize("contract", [field_contract, column_contract])
def test_the_contract_knows_it(contract: Any) -> None:
    (alternative,) = [each for each in contract()["oneOf"] if each["properties"]["type"] == {"const": "stars"}]
    accepts = make_validator(alternative).is_valid
    assert accepts({"id": "a", "type": "stars", "name": "A", "options": MOST})
    assert not accepts({"id": "a", "type": "stars", "name": "A", "options": {"most": 12}})
    assert not accepts({"id": "a", "type": "text", "name": "A", "options": MOST})


@pytest.mark.parametrize("name", sorted(TYPES | RESULTS))
def test_every_type_says_what_it_is(name: str) -> None:
    field_type = TYPES.get(name) or RESULTS[name]
    assert set(field_type.words) == {"zh-CN", "en"}
    Draft202012Validator.check_schema(field_type.options_schema())
    assert field_type.compare in {
        "text", "boolean", "decimal", "date", "datetime", "time", "choice", "choices", "member", "department", "region",
        "record",
        "opaque",
    }  # fmt: skip


def test_columns_of_the_analysis_say_what_is_in_them() -> None:
    found = {each.id: type_of(each).sql_type(each) for each in rated().fields}
    assert found == {
        "name": "VARCHAR", "stars": "TINYINT", "doubled": "DECIMAL(38, 12)", "next": "TINYINT", "rows": ""
    }  # fmt: skip
