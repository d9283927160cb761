"""What a card of a run says of the records that its record links to."""

from chalicelib.flows.form_view import linked_ids, spoken_card
from chalicelib.forms.access.rights import WHOLE

SUPPLIER, OTHER = "s" * 26, "q" * 26
CARD = {
    "title": "一",
    "serial": "",
    "form_name": {"zh-CN": "采购", "en": "Purchase"},
    "summary": [
        {"id": "name", "name": "名称", "type": "text", "value": "阀门"},
        {"id": "supplier", "name": "供应商", "type": "link", "value": SUPPLIER},
        {"id": "others", "name": "其他", "type": "link", "value": [SUPPLIER, OTHER]},
    ],
}


def test_the_records_that_a_card_names_are_those_of_its_links() -> None:
    assert linked_ids(CARD) == [SUPPLIER, SUPPLIER, OTHER]


def test_titles_stand_in_place_of_ids_and_what_may_not_be_read_has_none() -> None:
    found = spoken_card(CARD, "zh-CN", WHOLE, {SUPPLIER: "华东"})["summary"]
    assert [(each["type"], each["value"]) for each in found] == [
        ("text", "阀门"), ("text", "华东"), ("text", "华东、（无权查看）"),
    ]  # fmt: skip
    assert OTHER not in str(spoken_card(CARD, "en", WHOLE, {})["summary"])
