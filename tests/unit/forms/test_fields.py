"""What each field type takes, refuses, and makes of it."""

from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.edge.schemas import field_errors, make_validator
from chalicelib.forms.domain.fields import TYPES, Fault, Field, Locale, type_of

from .made import CNY, SHANGHAI, field

ID = "0123456789abcdefghjkmnpqrs"
CHOICES = {"choices": [{"value": "A", "name": {"zh-CN": "甲", "en": "Alpha"}}, {"value": "B"}]}
DECIMALS = st.decimals(min_value=-(10**27), max_value=10**27, places=12, allow_nan=False)


def canonical(of: Field, value: Any) -> Any:
    return type_of(of).canonical(of, value)


TAKEN: list[tuple[Field, Any, Any]] = [
    (field("text"), "  华东 ", "华东"),
    (field("text"), "\u3000𠮷野家 🏭 﨑\u3000", "𠮷野家 🏭 﨑"),
    (field("text"), "\uf900\U0002f81a", "\uf900\U0002f81a"),
    (field("text", format="phone"), "13800138000", "13800138000"),
    (field("text", format="phone"), "021-68886888", "021-68886888"),
    (field("text", format="phone"), "+4915112345678", "+4915112345678"),
    (field("text", format="email"), "a.b+c@x-y.example.cn", "a.b+c@x-y.example.cn"),
    (field("text", format="url"), "https://例子.example/路径?q=1", "https://例子.example/路径?q=1"),
    (field("text", format="credit_code"), "91350100M000100Y43", "91350100M000100Y43"),
    (field("text", mask="AA-999*"), "QT-123x", "QT-123x"),
    (field("text", mask="\\9-9"), "9-1", "9-1"),
    (field("long_text"), " a\r\nb\rc\td ", "a\nb\nc\td"),
    (field("number"), "1.50", "1.5"),
    (field("number"), Decimal("1E+3"), "1000"),
    (field("number"), 7, "7"),
    (field("number"), "-0.00", "0"),
    (field("number", decimals=0), "3.000", "3"),
    (field("money", **CNY), "12.5", "12.50"),
    (field("money", **CNY), Decimal("0.1") + Decimal("0.2"), "0.30"),
    (field("money", **CNY), "500000.000", "500000.00"),
    (field("money", currency="JPY"), 1000, "1000"),
    (field("percent"), "0.1000", "0.1"),
    (field("percent", decimals=0), "0.25", "0.25"),
    (field("date"), " 2024-02-29 ", "2024-02-29"),
    (field("datetime"), "2026-11-22T09:30:00+08:00", "2026-11-22T01:30:00.000Z"),
    (field("datetime"), "2026-11-22T09:30Z", "2026-11-22T09:30:00.000Z"),
    (field("choice", **CHOICES), "A", "A"),
    (field("choices", **CHOICES), ["B", "A"], ["A", "B"]),
    (field("member"), ID, ID),
    (field("member", multiple=True), [ID, ID], [ID]),
    (field("department"), ID, ID),
    (field("attachment"), [{"id": ID, "name": "x", "size": 1}], [{"id": ID}]),
]

REFUSED: list[tuple[Field, Any, str]] = [
    (field("text"), 1, "not_text"),
    (field("text"), "a\nb", "control_characters"),
    (field("text"), "a\x00b", "control_characters"),
    (field("text"), "\ud800", "control_characters"),
    (field("text"), "x" * 201, "text_too_long"),
    (field("text", min_length=3), "ab", "text_too_short"),
    (field("text", format="phone"), "１３８００１３８０００", "full_width_digits"),
    (field("text", format="phone"), "12345", "format_phone"),
    (field("text", format="email"), "a@b", "format_email"),
    (field("text", format="email"), "a b@c.cn", "format_email"),
    (field("text", format="url"), "javascript:alert(1)", "format_url"),
    (field("text", format="credit_code"), "91350100M000100Y44", "format_credit_code"),
    (field("text", format="credit_code"), "91350100I000100Y43", "format_credit_code"),
    (field("text", mask="AA-999"), "QT-12", "format_mask"),
    (field("text", mask="AA-999"), "QT-123\n4", "control_characters"),
    (field("number"), "１２", "full_width_digits"),
    (field("number"), "1,000", "not_a_number"),
    (field("number"), "1e5", "not_a_number"),
    (field("number"), True, "not_a_number"),
    (field("number"), "١٢", "not_a_number"),
    (field("number"), "1" * 29, "not_a_number"),
    (field("number"), Decimal("NaN"), "not_a_number"),
    (field("number"), Decimal("1E+99999999"), "not_a_number"),
    (field("number"), [], "not_a_number"),
    (field("number", decimals=0), "3.5", "too_many_places"),
    (field("number", min="0"), "-1", "below_min"),
    (field("number", max="10.5"), "10.51", "above_max"),
    (field("money", **CNY), "0.305", "money_scale"),
    (field("money", currency="JPY"), "0.5", "money_scale"),
    (field("percent"), "0.12345", "too_many_places"),
    (field("percent"), "10%", "not_a_number"),
    (field("percent"), "１０％", "full_width_digits"),
    (field("date"), "2026-02-30", "no_such_date"),
    (field("date"), "2025-02-29", "no_such_date"),
    (field("date"), "2026-2-3", "not_a_date"),
    (field("date"), "20260203", "not_a_date"),
    (field("date"), "2026-W01-1", "not_a_date"),
    (field("date"), "２０２６-01-01", "full_width_digits"),
    (field("date"), "٢٠٢٦-01-01", "not_a_date"),
    (field("date"), 20260101, "not_a_date"),
    (field("date", min="2026-01-01"), "2025-12-31", "below_min"),
    (field("date", max="2026-01-01"), "2026-01-02", "above_max"),
    (field("datetime"), "2026-11-22T09:30:00", "not_a_moment"),
    (field("datetime"), "2026-02-30T09:30:00Z", "no_such_date"),
    (field("datetime"), "2026-11-22T25:30:00Z", "no_such_date"),
    (field("datetime"), "0001-01-01T00:00:00+08:00", "no_such_date"),
    (field("datetime"), "9999-12-31T23:00:00-08:00", "no_such_date"),
    (field("datetime"), "9999-12-31T16:00:00Z", "date_out_of_range"),
    (field("datetime"), "0001-01-01T23:59:59.999Z", "date_out_of_range"),
    (field("choice", **CHOICES), "C", "not_a_choice"),
    (field("choice", **CHOICES), ["A"], "not_a_choice"),
    (field("choices", **CHOICES), ["A", "A"], "duplicate_choice"),
    (field("choices", **CHOICES), "A", "not_a_list"),
    (field("choices", **CHOICES, min=2), ["A"], "too_few_chosen"),
    (field("choices", **CHOICES, max=1), ["A", "B"], "too_many_chosen"),
    (field("member"), "x", "not_a_member"),
    (field("member"), [ID], "not_a_member"),
    (field("member", multiple=True), ID, "not_a_list"),
    (field("department"), 5, "not_a_department"),
    (field("attachment"), ["t/other/key"], "not_an_attachment"),
    (field("attachment"), [{"id": "../x"}], "not_an_attachment"),
    (field("attachment", max_files=1), [{"id": ID}, {"id": ID}], "too_many_files"),
    (field("lines", max_rows=1), [{}, {}], "too_many_rows"),
    (field("lines", min_rows=1), [], "too_few_rows"),
    (field("lines"), ["x"], "not_rows"),
]


@pytest.mark.parametrize(("of", "value", "kept"), TAKEN, ids=range(len(TAKEN)))
def test_a_good_value_has_one_form_that_its_schema_takes(of: Field, value: Any, kept: Any) -> None:
    assert canonical(of, value) == kept
    assert canonical(of, kept) == kept
    assert field_errors(make_validator(type_of(of).schema(of)), kept) == []


@pytest.mark.parametrize(("of", "value", "code"), REFUSED, ids=range(len(REFUSED)))
def test_a_bad_value_is_refused_by_name(of: Field, value: Any, code: str) -> None:
    with pytest.raises(Fault) as caught:
        canonical(of, value)
    assert caught.value.code == code


@given(DECIMALS, DECIMALS)
def test_decimal_keys_sort_as_the_numbers_do(left: Decimal, right: Decimal) -> None:
    of = field("number")
    keys = [type_of(of).sort_key(of, format(number, "f")) for number in (left, right)]
    assert (keys[0] < keys[1], keys[0] == keys[1]) == (left < right, left == right)


@given(DECIMALS)
def test_a_number_is_canonical_once_and_for_all(number: Decimal) -> None:
    once = canonical(field("number"), number)
    assert Decimal(once) == number
    assert canonical(field("number"), once) == once


@given(st.text(max_size=60), st.text(max_size=60))
def test_text_keys_sort_as_folded_code_points_do(left: str, right: str) -> None:
    of = field("text")
    try:
        texts = [canonical(of, text) for text in (left, right)]
    except Fault:
        return
    keys = [type_of(of).sort_key(of, text) for text in texts]
    assert all(len(key) <= 900 and key.isascii() for key in keys)
    if texts[0].isascii() and texts[1].isascii():
        assert (keys[0] < keys[1]) == (texts[0].lower() < texts[1].lower())


@given(st.text(max_size=300))
def test_whatever_a_text_is_it_is_kept_or_refused(text: str) -> None:
    for kind in ("text", "long_text", "number", "date", "datetime", "percent"):
        try:
            kept = canonical(field(kind), text)
        except Fault:
            continue
        kept.encode()
        assert canonical(field(kind), kept) == kept


@pytest.mark.parametrize("text", ["1" * 200_000, "a" * 200_000 + "!", "a@" + "a." * 100_000, "http://" + "a" * 200_000])
def test_no_format_is_slow(text: str) -> None:
    for name in ("phone", "email", "url", "credit_code"):
        with pytest.raises(Fault):
            canonical(field("text", format=name, max_length=1_000_000), text)


def test_values_are_shown_as_people_write_them() -> None:
    locale = Locale("en", SHANGHAI)

    def shown(of: Field, value: Any) -> str:
        return type_of(of).text(of, value, locale)

    assert shown(field("money", **CNY), "1234567.50") == "CNY 1,234,567.50"
    assert shown(field("percent"), "0.125") == "12.5%"
    assert shown(field("datetime"), "2026-11-22T17:30:00.000Z") == "2026-11-23 01:30"
    assert shown(field("datetime"), "0001-01-02T00:00:00.000Z") == "0001-01-02 08:00"
    assert shown(field("choice", **CHOICES), "A") == "Alpha"
    assert shown(field("number", unit="kg"), "3") == "3 kg"


def test_every_type_is_one_file() -> None:
    assert set(TYPES) == {
        "text", "long_text", "number", "money", "percent", "date", "datetime", "choice", "choices", "member",
        "department", "attachment", "lines", "serial", "formula", "email", "phone", "url", "id_number", "credit_code",
        "rating", "time", "date_range", "cascade", "region", "address", "image", "signature", "location", "link",
        "lookup", "stage", "rollup",
    }  # fmt: skip


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Etc/GMT+12", "Asia/Shanghai", "UTC"])
@pytest.mark.parametrize("moment", ["0001-01-02T00:00:00.000Z", "9999-12-30T23:59:59.999Z"])
def test_the_first_and_last_moment_that_is_taken_can_be_told_in_every_zone(moment: str, zone: str) -> None:
    each, place = field("datetime"), ZoneInfo(zone)
    assert canonical(each, moment) == moment
    assert type_of(each).text(each, moment, Locale("en", place))
    assert type_of(each).operand(each, moment, place)


def test_a_moment_that_was_stored_at_the_end_of_the_calendar_is_told_as_the_end() -> None:
    each = field("datetime")
    assert type_of(each).text(each, "9999-12-31T16:00:00.000Z", Locale("en", SHANGHAI)) == "9999-12-31 07:59"
    assert str(type_of(each).operand(each, "9999-12-31T16:00:00.000Z", SHANGHAI)) == "9999-12-31"
