"""Regions and addresses: codes of today, those that were abolished, and how they are found and told."""

import json
from typing import Any

import pytest

from chalicelib.flows.form_view import summary
from chalicelib.forms.domain.definition import Form
from chalicelib.forms.domain.fields import Locale
from chalicelib.forms.domain.record_query import parse_query
from chalicelib.forms.domain.records import title_of
from chalicelib.forms.domain.regions import path_of, regions
from chalicelib.forms.domain.stored import stored_beside
from chalicelib.forms.domain.values import canonical_values

from ...architecture.source import ROOT
from .made import MOMENT, SHANGHAI, definition, doc, faults, formula
from .test_one_file_is_a_type import AROUND

PUDONG = ["310000", "310100", "310115"]
JIANGGAN = ["330000", "330100", "330104"]
"""江干区 of Hangzhou, abolished in 2021."""
REGION, ADDRESS = definition(doc("at", "region"), list=["at"]), definition(doc("at", "address"))
HERE = {"region": PUDONG, "detail": "世纪大道 1 号"}


@pytest.mark.parametrize("given", ["310115", ["310115"], PUDONG, [" 310000", "310100", "310115 "]])
def test_a_region_is_its_codes_from_the_top(given: Any) -> None:
    assert canonical_values(REGION, {"at": given}, MOMENT) == {"at": PUDONG}


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("999999", "not_a_region"),
        ("浦东新区", "not_a_region"),
        ([310115], "not_a_region"),
        ({"code": "310115"}, "not_a_region"),
        ("330104", "region_abolished"),
        (JIANGGAN, "region_abolished"),
        (["330000", "330100", "310115"], "not_a_path"),
        ("310000", "region_level_district"),
    ],
)
def test_what_is_no_region_of_today_is_refused(given: Any, code: str) -> None:
    assert faults(REGION, {"at": given}) == {"/values/at": code}


def test_a_region_is_chosen_to_the_level_that_the_form_asks_for() -> None:
    city = definition(doc("at", "region", {"level": "city"}))
    assert canonical_values(city, {"at": "330100"}, MOMENT) == {"at": ["330000", "330100"]}
    assert faults(city, {"at": "330000"}) == {"/values/at": "region_level_city"}
    assert faults(city, {"at": "330102"}) == {"/values/at": "region_level_city"}
    province = definition(doc("at", "region", {"level": "province"}))
    assert canonical_values(province, {"at": "330000"}, MOMENT) == {"at": ["330000"]}


def test_a_region_that_was_abolished_stays_readable_and_may_stay() -> None:
    held = stored_beside(REGION.fields, {"at": "330104"}, {"at": JIANGGAN}, tolerant=True)
    assert canonical_values(REGION, {"at": "330104"}, MOMENT, held) == {"at": JIANGGAN}
    assert told(definition(doc("at", "region"), title="{at}"), JIANGGAN) == "浙江省 / 杭州市 / 江干区"


def test_an_address_may_be_corrected_in_a_region_that_was_abolished() -> None:
    before = {"region": JIANGGAN, "detail": "a"}
    sent = {"at": {**before, "detail": "b"}}
    held = stored_beside(ADDRESS.fields, sent, {"at": before}, tolerant=True)
    assert canonical_values(ADDRESS, sent, MOMENT, held) == sent
    assert faults(ADDRESS, sent) == {"/values/at/region": "region_abolished"}


@pytest.mark.parametrize(
    ("given", "path", "code"),
    [
        ("世纪大道 1 号", "", "not_an_address"),
        ({"detail": "世纪大道 1 号"}, "", "not_an_address"),
        ({**HERE, "floor": "2"}, "", "not_an_address"),
        ({**HERE, "region": "330104"}, "/region", "region_abolished"),
        ({**HERE, "detail": " "}, "/detail", "address_detail"),
        ({"region": PUDONG}, "/detail", "address_detail"),
        ({**HERE, "detail": "x" * 201}, "/detail", "text_too_long"),
        ({**HERE, "detail": "a\nb"}, "/detail", "control_characters"),
        ({**HERE, "postcode": "12"}, "/postcode", "not_a_postcode"),
    ],
)
def test_an_address_is_refused_where_it_is_wrong(given: Any, path: str, code: str) -> None:
    assert faults(ADDRESS, {"at": given}) == {f"/values/at{path}": code}


def test_an_address_is_kept_in_one_form_and_told_in_one_line() -> None:
    sent = {"region": "310115", "detail": " 世纪大道 1 号 ", "postcode": "200120"}
    values = canonical_values(ADDRESS, {"at": sent}, MOMENT)
    assert values == {"at": {**HERE, "postcode": "200120"}}
    found = definition(doc("at", "address"), title="{at}")
    assert told(found, values["at"]) == "上海市浦东新区世纪大道 1 号 200120"
    (card,) = summary(Form("f" * 26, 1, found), values, ("at",))
    assert card["value"] == "上海市浦东新区世纪大道 1 号 200120"


@pytest.mark.parametrize(("code", "found"), [("310000", True), ("310115", True), ("310100", True), ("330000", False)])
def test_a_filter_finds_a_region_by_any_of_its_levels(code: str, found: bool) -> None:
    query = parse_query(REGION, AROUND, filters=json.dumps([{"field": "at", "op": "has", "value": [code]}]))
    assert query.passes({"values": {"at": PUDONG}}) is found


def test_a_formula_reads_its_names() -> None:
    found = definition(doc("at", "region"), formula("told", "at", "text"))
    assert canonical_values(found, {"at": "469001"}, MOMENT)["told"] == "海南省/五指山市"


def test_every_code_in_use_has_its_place_and_none_is_abolished() -> None:
    known = regions()
    assert len(known.names) > 3_800
    assert not known.names.keys() & known.abolished.keys()
    assert [code for code in known.names if set(path_of(code)) - known.names.keys()] == []


def test_the_web_app_has_the_same_regions() -> None:
    copies = [ROOT / "chalicelib/forms/domain", ROOT / "web/src/entities/field/regions"]
    server, web = ((each / "regions.json").read_bytes() for each in copies)
    assert server == web


def told(found: Any, value: Any) -> str:
    return title_of(found, {"at": value}, Locale("zh-CN", SHANGHAI))
