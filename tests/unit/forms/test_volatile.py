"""Values that change from day to day: computed when they are read, and filtered by what is stored."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.conditions.dynamic import Surroundings
from chalicelib.conditions.operators import OPERATORS
from chalicelib.conditions.tree import is_absent
from chalicelib.forms.domain.definition import Definition, read_definition
from chalicelib.forms.domain.errors import ListInvalid
from chalicelib.forms.domain.fields import Moment
from chalicelib.forms.domain.filter_kinds import FieldKind
from chalicelib.forms.domain.record_query import parse_query
from chalicelib.forms.domain.values import canonical_values
from chalicelib.forms.domain.volatile import as_of, without
from chalicelib.forms.domain.volatile_filter import volatile_faults
from chalicelib.kernel.exact_json import read_exact

from .made import definition, doc, form, formula

ZONES = [ZoneInfo(name) for name in ("Asia/Shanghai", "America/Los_Angeles", "Pacific/Kiritimati", "Europe/Berlin")]
NAMES = ("owed", "overdue", "left", "difference", "late", "more", "urgent", "mood", "grace")
DUE = (
    doc("due", "date"),
    doc("met", "datetime"),
    doc("status", "choice", {"choices": [{"value": "paid", "name": "Paid"}, {"value": "open", "name": "Open"}]}),
    formula("paid", 'status = "paid"', "boolean"),
    formula("overdue", "TODAY() - due"),
    formula("left", 'DATEDIF(TODAY(), due, "D") + 2'),
    formula("difference", "DAYS(TODAY(), met)"),
    formula("late", "AND(due < TODAY(), NOT(paid))", "boolean"),
    formula("owed", 'AND(due < TODAY(), status <> "paid", NOT(ISBLANK(due)))', "boolean"),
    formula("more", "overdue > 2.5", "boolean"),
    formula("urgent", "OR(left <= 3, ISBLANK(due))", "boolean"),
    formula("mood", 'IF(late, "late", IF(overdue >= -1, "soon", "fine"))', "text"),
    formula("grace", "5 - overdue", decimals=0),
)
FORM = definition(*DUE, list=["due", "met", "status", "paid", *NAMES])
TODAY = date(2026, 10, 31)


def moment(zone: ZoneInfo, at: time, day: date = TODAY) -> Moment:
    return Moment(datetime.combine(day, at, zone).astimezone(UTC), zone)


def card(values: dict[str, Any], listed: Definition = FORM) -> dict[str, Any]:
    kept = without(values, listed.volatile)
    return {"id": "r", "title": "", "serial": "", "values": kept, "created_by": "m", "state": "active"}


def passes(listed: Definition, values: dict[str, Any], test: str, now: Moment) -> bool | None:
    around = Surroundings(now.now, now.zone)
    return parse_query(listed, around, filters=test).passes(card(values, listed))


def test_what_depends_on_today_is_known_also_through_others_and_in_rows() -> None:
    lines = doc("lines", "lines", {"columns": [doc("day", "date"), formula("age", "TODAY() - day")]})
    found = definition(
        lines,
        doc("a", "number"),
        formula("oldest", "MAX(lines.age)"),
        formula("twice", "oldest * 2"),
        formula("b", "a + 1"),
    )
    assert found.volatile == {"lines.age", "oldest", "twice"}


def test_a_value_is_that_of_the_day_in_the_zone_of_the_company() -> None:
    values = {"due": "2026-10-30"}
    shanghai = ZONES[0]
    before, after = (moment(shanghai, at, TODAY) for at in (time(23, 59, 59), time(0, 0)))
    assert as_of(FORM, values, before)["overdue"] == "1"
    tomorrow = Moment(before.now + timedelta(seconds=1), shanghai)
    assert as_of(FORM, values, tomorrow)["overdue"] == "2"
    assert as_of(FORM, values, after)["overdue"] == "1"


def test_what_an_earlier_release_stored_is_ignored() -> None:
    found = as_of(FORM, {"due": "2026-10-30", "overdue": "-700"}, moment(ZONES[0], time(12)))
    assert found["overdue"] == "1"
    assert as_of(FORM, {"overdue": "-700"}, moment(ZONES[0], time(12))).get("overdue") is None


def test_what_cannot_be_computed_today_keeps_nobody_from_reading() -> None:
    found = definition(doc("due", "date"), formula("share", "1 / (TODAY() - due)"), formula("next", "share + 1"))
    assert as_of(found, {"due": TODAY.isoformat()}, moment(ZONES[0], time(12))) == {"due": "2026-10-31"}


def test_rows_that_were_given_are_not_changed() -> None:
    lines = doc("lines", "lines", {"columns": [doc("day", "date"), formula("age", "TODAY() - day")]})
    given_values = {"lines": [{"day": "2026-10-30", "age": "9"}]}
    found = as_of(definition(lines), given_values, moment(ZONES[0], time(12)))
    assert found == {"lines": [{"day": "2026-10-30", "age": "1"}]}
    assert given_values == {"lines": [{"day": "2026-10-30", "age": "9"}]}


def test_saving_computes_the_same() -> None:
    now = moment(ZONES[0], time(12))
    found = canonical_values(FORM, {"due": "2026-10-01", "status": "open"}, now)
    assert found == as_of(FORM, found, now)
    assert (found["overdue"], found["late"], found["mood"]) == ("30", True, "late")


DAYS = st.integers(-40, 40).map(lambda days: (TODAY + timedelta(days=days)).isoformat())
MOMENTS = st.integers(-90, 90).map(
    lambda hours: f"{datetime(2026, 10, 31, 7, 59, 59, tzinfo=UTC) + timedelta(hours=hours):%Y-%m-%dT%H:%M:%S.000Z}"
)
VALUES = st.fixed_dictionaries({}, optional={"due": DAYS, "met": MOMENTS, "status": st.sampled_from(("paid", "open"))})
NUMBER_TESTS = st.one_of(
    st.tuples(
        st.sampled_from(("eq", "ne", "lt", "lte", "gt", "gte")),
        st.sampled_from(("-3", "0", "1", "2", "2.5", "30", "-7.25")),
    ),
    st.tuples(st.just("between"), st.sampled_from((["-2", "3"], ["0.5", "9.5"], ["4", "1"]))),
    st.tuples(st.sampled_from(("in", "not_in")), st.just(["0", "1", "2.5", "-3"])),
    st.tuples(st.sampled_from(("empty", "not_empty")), st.none()),
)
TRUTH_TESTS = st.one_of(
    st.tuples(st.sampled_from(("eq", "ne")), st.booleans()),
    st.tuples(st.sampled_from(("empty", "not_empty")), st.none()),
)
TEXT_TESTS = st.one_of(
    st.tuples(st.sampled_from(("eq", "ne", "contains", "prefix")), st.sampled_from(("late", "Soon", "fine", "o", "f"))),
    st.tuples(st.sampled_from(("in", "not_in")), st.just(["late", "fine"])),
)
TESTS = st.one_of(
    st.tuples(st.sampled_from(("overdue", "left", "difference", "grace")), NUMBER_TESTS),
    st.tuples(st.sampled_from(("owed", "late", "more", "urgent")), TRUTH_TESTS),
    st.tuples(st.just("mood"), TEXT_TESTS),
)
CLOCKS = st.sampled_from((time(0, 0), time(0, 0, 1), time(12), time(23, 59, 59)))


@settings(max_examples=400)
@given(VALUES, TESTS, st.sampled_from(ZONES), CLOCKS)
def test_a_filter_finds_what_the_formula_says(
    values: dict[str, Any], asked: tuple[str, tuple[str, Any]], zone: ZoneInfo, clock: time
) -> None:
    """The filter of the list, which reads stored dates, against the operator on the value that the record shows."""
    name, (op, operand) = asked
    now = moment(zone, clock)
    values = values | ({"paid": values.get("status") == "paid"})
    field, value = FORM.by_id[name], as_of(FORM, values, now).get(name)
    kind, operator = FieldKind(field), OPERATORS[op]
    written = json_text({"field": name, "op": op} | ({} if operand is None else {"value": operand}))
    several = operand if isinstance(operand, list) else [] if operand is None else [operand]
    args = [operator.operand(kind, read_exact(json_text(each))) for each in several]
    expected = operator.absent if is_absent(value) else operator.holds(kind, value, args)
    assert passes(FORM, values, written, now) is expected


def json_text(value: Any) -> str:
    import json

    return json.dumps(value)


def test_a_filter_reads_only_its_part_of_the_index_of_the_date() -> None:
    indexed = definition(doc("due", "date", indexed=True), formula("overdue", "TODAY() - due"), list=["due", "overdue"])
    around = Surroundings(moment(ZONES[0], time(12)).now, ZONES[0])
    query = parse_query(indexed, around, sort="due", filters='{"field": "overdue", "op": "gt", "value": 30}')
    assert query.bounds() == ("1", "12026-10-01$")


@pytest.mark.parametrize(
    ("sort", "becomes"), [("overdue", ("due", True)), ("-overdue", ("due", False)), ("left", ("due", False))]
)
def test_an_order_by_days_is_that_of_the_date(sort: str, becomes: tuple[str, bool]) -> None:
    fields = (doc("due", "date", indexed=True), formula("overdue", "TODAY() - due"), formula("left", "due - TODAY()"))
    query = parse_query(definition(*fields), Surroundings(datetime(2026, 1, 1, tzinfo=UTC), ZONES[0]), sort=sort)
    assert (query.sort, query.newest_first) == becomes


REFUSED = [
    (formula("f", "(TODAY() - due) / 2"), "/filter/field"),
    (formula("f", "TODAY() - due + a"), "/filter/field"),
    (formula("f", "WEEKDAY(TODAY())"), "/filter/field"),
    (formula("f", "AGE(due)"), "/filter/field"),
    (formula("f", "TODAY() - hidden"), "/filter/field"),
    (formula("f", "due - other + TODAY() - TODAY()"), "/filter/field"),
]


@pytest.mark.parametrize(("field", "path"), REFUSED, ids=lambda each: str(each)[:60])
def test_what_no_stored_date_answers_is_refused(field: dict[str, Any], path: str) -> None:
    fields = (doc("due", "date"), doc("other", "date"), doc("hidden", "date"), doc("a", "number"), field)
    found = definition(*fields, list=["due", "other", "a", "f"])
    around = Surroundings(datetime(2026, 1, 1, tzinfo=UTC), ZONES[0])
    with pytest.raises(ListInvalid) as refused:
        parse_query(found, around, filters='{"field": "f", "op": "not_empty"}')
    assert [(each.path, each.code) for each in refused.value.fields] == [(path, "volatile_not_filterable")]
    with pytest.raises(ListInvalid) as refused:
        parse_query(found, around, sort="f")
    assert [each.code for each in refused.value.fields] == ["volatile_not_filterable"]


def test_publishing_refuses_an_index_and_a_title_that_would_be_wrong_tomorrow() -> None:
    due, overdue = doc("due", "date"), {**formula("overdue", "TODAY() - due"), "indexed": True}
    made = form(due, overdue, title="{overdue}")
    assert [(each.path, each.code) for each in volatile_faults(made)] == [
        ("/fields/1/indexed", "volatile_not_filterable"),
        ("/title", "volatile_in_title"),
    ]
    sound = form({**due, "indexed": True}, overdue)
    assert list(volatile_faults(sound)) == []
    assert [each.id for each in read_definition(sound).indexed] == ["due"]


def test_the_order_of_a_list_is_that_of_the_values_it_shows() -> None:
    days = [TODAY + timedelta(days=days) for days in (3, -9, 0, 40)]
    now = moment(ZONES[0], time(12))
    fields = (doc("due", "date", indexed=True), formula("overdue", "TODAY() - due"))
    found = definition(*fields)
    query = parse_query(found, Surroundings(now.now, now.zone), sort="overdue")
    cards = [card({"due": day.isoformat()}, found) | {"id": str(number)} for number, day in enumerate(days)]
    ordered = sorted(cards, key=query.place, reverse=query.newest_first)
    shown = [int(as_of(found, each["values"], now)["overdue"]) for each in ordered]
    assert all(first <= second for first, second in pairwise(shown))
