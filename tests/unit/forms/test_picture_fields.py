"""Pictures, drawn signatures and places on the map."""

from decimal import Decimal
from typing import Any

import pytest

from chalicelib.flows.form_view import summary
from chalicelib.forms.domain.definition import Form
from chalicelib.forms.domain.fields import TYPES, Fault, Field, Locale, Reader, type_of
from chalicelib.forms.domain.records import title_of
from chalicelib.forms.domain.values import canonical_values

from .made import MOMENT, SHANGHAI, definition, doc, faults, field

MB = 1024 * 1024
ID, OTHER = "0123456789abcdefghjkmnpqrs", "1123456789abcdefghjkmnpqrs"
BUND = {"lat": "31.230416", "lng": "121.473701"}


def refusals(of: Field, name: str, content_type: str, size: int) -> dict[str, str]:
    return {fault.path: fault.code for fault in type_of(of).file_faults(of, name, content_type, size)}


@pytest.mark.parametrize(
    ("of", "name", "content_type", "size", "refused"),
    [
        (field("image"), "a.jpg", "image/jpeg", 9 * MB, {}),
        (field("image"), "a.webp", "image/webp", 1, {}),
        (field("image"), "a.pdf", "application/pdf", 1, {"/name": "file_extension"}),
        (field("image"), "a.svg", "image/svg+xml", 1, {"/name": "file_extension"}),
        (field("image"), "a.jpg", "image/png", 1, {"/content_type": "file_type"}),
        (field("image"), "a.jpg", "image/jpeg", 11 * MB, {"/size": "file_size"}),
        (field("image", max_megabytes=1), "a.jpg", "image/jpeg", 2 * MB, {"/size": "file_size"}),
        (field("signature"), "s.png", "image/png", 30_000, {}),
        (field("signature"), "s.png", "image/png", 5 * MB, {"/size": "signature_size"}),
        (field("signature"), "s.png", "image/png", 200 * 1024 + 1, {"/size": "signature_size"}),
        (field("signature"), "s.png", "image/png", 0, {"/size": "file_size"}),
        (field("signature"), "s.jpg", "image/jpeg", 1, {"/name": "file_extension"}),
    ],
)
def test_which_files_they_take(of: Field, name: str, content_type: str, size: int, refused: dict[str, str]) -> None:
    assert refusals(of, name, content_type, size) == refused


def test_a_signature_is_one_picture_and_pictures_are_as_many_as_the_form_says() -> None:
    found = definition(doc("sign", "signature"), doc("photos", "image", {"max_files": 1}))
    two = [{"id": ID}, {"id": OTHER}]
    assert faults(found, {"sign": two, "photos": two}) == {
        "/values/sign": "too_many_files", "/values/photos": "too_many_files"
    }  # fmt: skip
    one = {"sign": [{"id": ID}], "photos": [{"id": OTHER, "name": "a.jpg"}]}
    assert canonical_values(found, one, MOMENT) == {"sign": [{"id": ID}], "photos": [{"id": OTHER}]}


def test_a_mail_says_that_it_is_signed() -> None:
    reader = Reader("zh-CN", SHANGHAI, lambda _, __: "")
    assert TYPES["signature"].wording({}, [{"id": ID, "name": "signature.png"}], reader) == "已签名"
    assert TYPES["image"].wording({}, [{"id": ID, "name": "a.jpg"}], reader) == "a.jpg"


@pytest.mark.parametrize(
    ("given", "stored"),
    [
        (BUND, BUND),
        ({"lat": Decimal("31.230416"), "lng": Decimal("121.4737010")}, BUND),
        ({"lat": "-90", "lng": 180}, {"lat": "-90", "lng": "180"}),
        ({**BUND, "accuracy": 20, "address": " 外滩 "}, {**BUND, "accuracy": "20", "address": "外滩"}),
        ({**BUND, "accuracy": None, "address": ""}, BUND),
    ],
)
def test_a_place_is_kept_exactly(given: Any, stored: Any) -> None:
    of = field("location")
    assert type_of(of).canonical(of, given) == stored
    assert type_of(of).comparable(of, given) == type_of(of).comparable(of, stored)


@pytest.mark.parametrize(
    ("given", "path", "code"),
    [
        ("31.230416,121.473701", "", "not_a_location"),
        ({"lat": "31"}, "", "not_a_location"),
        ({**BUND, "height": "3"}, "", "not_a_location"),
        ({**BUND, "lat": "90.000001"}, "/lat", "above_max"),
        ({**BUND, "lng": "-180.5"}, "/lng", "below_min"),
        ({**BUND, "lng": "121.4737011"}, "/lng", "too_many_places"),
        ({**BUND, "lat": "north"}, "/lat", "not_a_number"),
        ({**BUND, "accuracy": "-1"}, "/accuracy", "below_min"),
        ({**BUND, "address": "x" * 201}, "/address", "text_too_long"),
        ({**BUND, "address": 1}, "", "not_text"),
    ],
)
def test_what_is_no_place_is_refused(given: Any, path: str, code: str) -> None:
    with pytest.raises(Fault) as refused:
        type_of(field("location")).canonical(field("location"), given)
    assert (refused.value.path, refused.value.code) == (path, code)


def test_a_place_is_told_by_its_address_and_degrees() -> None:
    found = definition(doc("at", "location"), title="{at}")
    values = {"at": {**BUND, "address": "外滩"}}
    assert title_of(found, values, Locale("en", SHANGHAI)) == "外滩 (31.230416, 121.473701)"
    (card,) = summary(Form("f" * 26, 1, found), values, ("at",))
    assert card["value"] == "外滩 (31.230416, 121.473701)"
