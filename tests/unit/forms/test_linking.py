"""Links of a form: what may be published, which values they take, and which records a record is a child of."""

from typing import Any

import pytest

from chalicelib.forms.domain.checks import problems
from chalicelib.forms.domain.definition import read_definition
from chalicelib.forms.domain.fields import Field, Locale, type_of
from chalicelib.forms.domain.linking import inbound_of, linked, links_of, parents_of
from chalicelib.forms.domain.search import Search

from .made import SHANGHAI, definition, doc, faults, form

SUPPLIERS, PRODUCTS, OTHERS = "s" * 26, "p" * 26, "q" * 26
A, B, C = "a" * 26, "b" * 26, "c" * 26


def link(identity: str, *forms: str, **options: Any) -> dict[str, Any]:
    return doc(identity, "link", {"forms": list(forms or (SUPPLIERS,)), **options})


def request() -> Any:
    lines = doc("lines", "lines", {"columns": [link("product", PRODUCTS), doc("note", "text")]})
    return definition(link("supplier"), link("others", OTHERS, SUPPLIERS, multiple=True), lines)


VALUES = {
    "supplier": A,
    "others": [B, C],
    "lines": [{"product": A}, {"note": "x"}, {"product": B}, {"product": A}],
}


def test_links_are_found_with_their_paths() -> None:
    found = [(each.path, each.lines, each.forms, each.multiple, each.on_delete) for each in links_of(request())]
    assert found == [
        ("supplier", "", (SUPPLIERS,), False, "refuse"),
        ("others", "", (OTHERS, SUPPLIERS), True, "refuse"),
        ("lines.product", "lines", (PRODUCTS,), False, "refuse"),
    ]


def test_every_id_is_told_with_its_place() -> None:
    assert [(path, each.path, found) for path, each, found in linked(request(), VALUES)] == [
        ("/values/supplier", "supplier", A),
        ("/values/others/0", "others", B),
        ("/values/others/1", "others", C),
        ("/values/lines/0/product", "lines.product", A),
        ("/values/lines/2/product", "lines.product", B),
        ("/values/lines/3/product", "lines.product", A),
    ]


def test_a_record_is_a_child_of_each_parent_once() -> None:
    assert parents_of(request(), VALUES) == {"supplier": (A,), "others": (B, C), "lines.product": (A, B)}
    assert parents_of(request(), {}) == {}


def test_each_form_that_is_linked_hears_of_each_link() -> None:
    found = inbound_of(OTHERS, request())
    assert sorted(found) == sorted(
        [(SUPPLIERS, "supplier"), (OTHERS, "others"), (SUPPLIERS, "others"), (PRODUCTS, "lines.product")]
    )
    assert found[PRODUCTS, "lines.product"].form_id == OTHERS
    assert inbound_of(OTHERS, None) == {}


def test_a_value_is_an_id_or_several() -> None:
    made = request()
    assert faults(made, {"supplier": A, "others": [A, A, B]}) == {}
    assert faults(made, {"supplier": "华东", "others": [A, "x"], "lines": [{"product": 7}]}) == {
        "/values/supplier": "value_no_record",
        "/values/others": "value_no_record",
        "/values/lines/0/product": "value_no_record",
    }
    assert faults(made, {"others": [f"{number:026d}" for number in range(51)]}) == {"/values/others": "too_many_chosen"}


@pytest.mark.parametrize(
    ("field", "code"),
    [
        (link("a", SUPPLIERS, PRODUCTS, filter={"all": []}), "link_filter_forms"),
        (link("a", SUPPLIERS, PRODUCTS, columns=["name"]), "link_columns_forms"),
        ({**link("a", on_delete="clear"), "required": True}, "link_clear_required"),
        (link("a", multiple=True, on_delete="cascade"), "link_cascade_several"),
        (link("a", on_delete="forget"), "schema_enum"),
        (link("a", *(str(each) * 26 for each in range(6))), "schema_max_items"),
        (link("a", columns=list("abcdefg")), "schema_max_items"),
        ({**link("a"), "unique": True}, "cannot_be_unique"),
        ({**link("a"), "default": A}, "no_default"),
        (doc("a", "link"), "schema_required"),
    ],
)
def test_settings_that_cannot_be(field: dict[str, Any], code: str) -> None:
    assert code in [fault.code for fault in problems(form(doc("name", "text"), field))]


def test_columns_of_a_link_are_names_and_no_fields() -> None:
    made = definition(doc("name", "text"), link("a", columns=["name", "price"]))
    assert made.by_id["a"].columns == ()
    assert made.by_id["a"].options["columns"] == ["name", "price"]


def test_a_link_keeps_its_kind_while_it_keeps_its_id() -> None:
    one, several = (read_definition(form(link("a", multiple=each))).by_id["a"] for each in (False, True))
    assert [type_of(each).storage_type(each) for each in (one, several)] == ["link", "link:many"]
    assert [type_of(each).compare_kind(each) for each in (one, several)] == ["record", "records"]


def test_a_search_never_finds_by_an_id() -> None:
    made = definition(doc("name", "text"), link("supplier"), list=["name", "supplier"])
    card = {"created_by": "", "serial": "", "title": "", "values": {"supplier": A}}
    locale = Locale("en", SHANGHAI)
    assert not Search(A[:3], made, locale).finds(card)
    assert not Search("zz", made, locale, frozenset([A])).finds({**card, "values": {}})


def test_a_title_and_a_mail_say_how_many() -> None:
    field = Field("a", "link", "A", options={"forms": [SUPPLIERS], "multiple": True})
    assert type_of(field).text(field, [A, B], Locale("en", SHANGHAI)) == "2"
