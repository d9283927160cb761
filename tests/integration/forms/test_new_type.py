"""A field type that only one file of the tests knows, from the definition to the list, over HTTP."""

from urllib.parse import quote

import pytest

from chalicelib.forms.domain.fields import TYPES

from ...unit.forms.stars import FIELD_TYPE as STARS
from ..directory.company import Company
from .quote import Desk, codes, field, formula

MOST = {"most": 5}


@pytest.fixture
def rating(company: Company, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setitem(TYPES, STARS.type, STARS)
    fields = [
        field("customer", "text", "客户"),
        field("stars", "stars", "评分", options=MOST, indexed=True, required=True),
        formula("doubled", "两倍", "stars * 2", "number"),
    ]
    return Desk.open(company, {"name": "评价", "fields": fields, "title": "{customer} {stars}"})


def test_a_type_of_one_file_is_published_recorded_and_listed(rating: Desk) -> None:
    record = rating.filled({"customer": "甲", "stars": 3})
    assert (record["title"], record["values"]) == ("甲 ★★★", {"customer": "甲", "stars": "3", "doubled": "6"})
    rating.filled({"customer": "乙", "stars": 5})
    assert rating.customers("?sort=stars") == ["甲", "乙"]
    assert rating.customers(f"?q={quote('★' * 5)}") == ["乙"]
    assert codes(rating.fill({"customer": "丙", "stars": 6})) == {"/values/stars": "not_a_number"}
    assert rating.boss.get(f"/v1/forms/{rating.form_id}").status == 200
