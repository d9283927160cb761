"""Rows that follow fields of a record: whom it names, and what its links lead to; masked values shown whole."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, cast

import pytest

from chalicelib.conditions.dynamic import Surroundings
from chalicelib.forms.access.compiling import Reader, compile_access
from chalicelib.forms.access.giving import gained
from chalicelib.forms.access.groups import read_access
from chalicelib.forms.access.rights import Rights
from chalicelib.forms.access.scope import Scope
from chalicelib.forms.domain.definition import Definition, Form, read_definition
from chalicelib.forms.domain.fields import Locale
from chalicelib.forms.domain.record_query import RecordQuery
from chalicelib.forms.domain.records import Record, list_row, principals_of, team_of
from chalicelib.forms.domain.stored import Values
from chalicelib.forms.service.entrance import Readable
from chalicelib.forms.service.judging import Judge, Question
from chalicelib.forms.service.ports import RecordStore
from chalicelib.kernel.actor import Actor
from chalicelib.kernel.unit_of_work import UnitOfWork

from .made import NOW, SHANGHAI, doc, form

ME, OTHER, EAST, WEST = "m" * 26, "o" * 26, "e" * 26, "w" * 26
AT = "2026-11-25T08:00:00.000Z"
FIELDS = (
    doc("name", "text"),
    doc("sales", "member"),
    doc("helpers", "member", {"multiple": True}),
    doc("customer", "link", {"forms": ["f" * 26]}),
)
MEMBERS, THROUGH = {"members": ["sales", "helpers"]}, {"through": "customer"}


def made(rows: Any, **more: Any) -> Definition:
    groups = [{"id": "g1", "audience": "everyone", "rows": rows, **more}]
    return read_definition(form(*FIELDS, list=["name"], access={"groups": groups}))


def scope(
    definition: Definition, readable: frozenset[str] = frozenset(), asked: list[list[str]] | None = None
) -> Scope:
    def find(ids: Iterable[str]) -> frozenset[str]:
        if asked is not None:
            asked.append(list(ids))
        return readable

    around = Surroundings(NOW, SHANGHAI, lambda _: frozenset())
    reader = Reader(Actor("t" * 26, ME, "我"), around, frozenset, Locale("zh-CN", SHANGHAI), Readable(find))
    return compile_access(definition, reader)


def record(**values: Any) -> Record:
    return Record("r" * 26, "f" * 26, 1, {"name": "甲", **values}, "active", OTHER, AT, OTHER, AT, owner=OTHER)


@pytest.mark.parametrize(
    ("values", "allowed"),
    [
        ({"sales": ME}, True),
        ({"helpers": [OTHER, ME]}, True),
        ({"sales": OTHER}, False),
        ({}, False),
        ({"helpers": [*(f"{number:026d}" for number in range(10)), ME]}, False),
    ],
)
def test_a_record_opens_to_whom_its_member_fields_name(values: Values, allowed: bool) -> None:
    definition = made(MEMBERS)
    assert scope(definition).allows(record(**values)) is allowed
    assert (f"team:{ME}" in principals_of(replace(record(), team=team_of(definition, values)))) is allowed
    assert scope(definition).principals() == frozenset([ME, f"team:{ME}"])


def test_a_record_opens_to_who_reads_what_it_is_linked_to() -> None:
    found = scope(made(THROUGH), frozenset([EAST]))
    opened = [found.allows(record(customer=each)) for each in (EAST, WEST, [WEST, EAST], None)]
    assert opened == [True, False, True, False]
    assert found.principals() is None


def test_what_several_records_are_linked_to_is_asked_once() -> None:
    asked: list[list[str]] = []
    found = scope(made(THROUGH), frozenset([EAST]), asked)
    found.prepare([{"customer": EAST}, {"customer": WEST}, {"customer": EAST}])
    assert [found.allows(record(customer=each)) for each in (EAST, WEST)] == [True, False]
    assert asked == [[EAST, WEST]]


def test_rights_by_what_an_entry_does_not_hold_are_asked_of_the_record() -> None:
    definition = made(THROUGH)
    found = scope(definition, frozenset([EAST]))
    kept = record(customer=EAST)

    class Whole:
        def whole_values(self, work: UnitOfWork, ids: Iterable[str]) -> dict[str, Values]:
            return dict.fromkeys(ids, kept.values)

    def shown(reindexing: frozenset[str]) -> list[bool]:
        question = Question(Form("f" * 26, 1, definition, reindexing=reindexing), found, RecordQuery())
        judge = Judge(cast(RecordStore, Whole()), UnitOfWork(Actor("t" * 26, ME, "我"), NOW), question)
        return [verdict.passes for verdict in judge.verdicts([list_row(kept, ["name"], 1)])]

    assert shown(frozenset(["customer"])) == [True]
    assert shown(frozenset()) == [False]
    assert "customer" in definition.summary_fields


def test_only_what_is_masked_in_every_group_that_opens_it_is_revealed() -> None:
    masked = made("all", fields={"name": "masked"}, reveal=["name"])
    assert scope(masked).of(record()).reveals(["name", "sales"]) == ("name",)
    assert scope(made("all", fields={"name": "masked"})).of(record()).reveals(["name"]) == ()
    groups = masked.access.groups
    assert Rights(masked, None, (*groups, replace(groups[0], fields={}))).reveals(["name"]) == ()


def test_showing_a_masked_value_whole_is_a_right_that_is_given() -> None:
    def access(**more: Any) -> Any:
        return read_access({"groups": [{"id": "g1", "audience": "everyone", "rows": "all", **more}]})

    before = access(fields={"name": "masked"})
    assert gained(before, access(fields={"name": "masked"}, reveal=["name"]))["groups"] == {"g1"}
    assert gained(access(), access(fields={"name": "masked"}, reveal=["name"]))["groups"] == frozenset()
