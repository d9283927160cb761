"""E-mail, phone, web address and codes with check digits: written one way, or refused with the reason."""

import json
from typing import Any

import pytest

from chalicelib.flows.form_view import summary
from chalicelib.forms.domain.definition import Form
from chalicelib.forms.domain.fields import TYPES, Fault, Locale, Reader, filter_value, type_of
from chalicelib.forms.domain.record_query import parse_query
from chalicelib.forms.domain.records import title_of
from chalicelib.forms.domain.repeated import guarded_values

from ...architecture.source import ROOT
from .made import SHANGHAI, definition, doc, faults, field
from .test_one_file_is_a_type import AROUND

CASES = json.loads((ROOT / "tests" / "contracts" / "format_cases.json").read_text("utf-8"))
PERSON = "11010519491231002X"


@pytest.mark.parametrize(
    ("kind", "given", "stored", "code"),
    [pytest.param(kind, *case, id=f"{kind}-{case[0]}") for kind, cases in CASES.items() for case in cases],
)
def test_a_code_is_written_one_way_or_refused(kind: str, given: str, stored: str | None, code: str) -> None:
    of = field(kind)
    if stored is None:
        with pytest.raises(Fault) as refused:
            type_of(of).canonical(of, given)
        assert refused.value.code == code
    else:
        assert type_of(of).canonical(of, given) == stored
        assert type_of(of).canonical(of, stored) == stored


def test_a_mobile_field_takes_no_landline() -> None:
    found = definition(doc("tel", "phone", {"kind": "mobile"}))
    assert faults(found, {"tel": "021-68886888"}) == {"/values/tel": "format_mobile"}
    assert faults(found, {"tel": "+86 13800138000"}) == {}


@pytest.mark.parametrize("kind", sorted(CASES))
def test_each_may_be_unique_and_sorted_by(kind: str) -> None:
    found = definition(doc("code", kind, unique=True, indexed=True))
    ((given, stored, _), *_rest) = CASES[kind]
    assert stored is not None
    assert list(guarded_values(found, {"code": stored})) == list(guarded_values(found, {"code": stored.lower()}))
    assert filter_value(found.fields[0], given) == stored


def test_a_filter_finds_a_number_however_it_is_typed() -> None:
    found = definition(doc("tel", "phone"), list=["tel"])
    where = json.dumps([{"field": "tel", "op": "eq", "value": "+86 138 0013 8000"}])
    query = parse_query(found, AROUND, filters=where)
    assert query.passes(entry("13800138000"))
    assert not query.passes(entry("13800138001"))


def entry(value: str) -> dict[str, Any]:
    return {"values": {"tel": value}, "created_by": "", "serial": "", "title": ""}


def test_titles_cards_and_mails_cover_an_identity_number() -> None:
    found = definition(doc("person", "id_number"), title="{person}")
    assert title_of(found, {"person": PERSON}, Locale("en", SHANGHAI)) == "110105********002X"
    (card,) = summary(Form("f" * 26, 1, found), {"person": PERSON}, ("person",))
    assert card["value"] == "110105********002X"
    reader = Reader("en", SHANGHAI, lambda _, __: "")
    assert TYPES["id_number"].wording({}, PERSON, reader) == "110105********002X"


def test_a_list_shows_an_identity_number_only_where_the_form_says_so() -> None:
    assert definition(doc("person", "id_number")).summary_fields == ()
