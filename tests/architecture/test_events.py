"""Every event type has a published contract, and every contract an event."""

import re

import pytest

from app import CONTEXTS
from chalicelib.edge import schemas
from chalicelib.integrations import catalogue

from .source import PACKAGE, modules, strings

_TYPE = re.compile(rf"({'|'.join(context.name for context in CONTEXTS)})\.[A-Z][A-Za-z]+\Z")


def _is_events(name: str) -> bool:
    """`<context>/events.py`, or a package of that name."""
    return name.partition("/")[2].startswith("events")


EMITTED = {
    text: module for module in modules() if _is_events(module.name) for text in strings(module) if _TYPE.match(text)
}
CONTRACTS = {
    f"{path.parents[2].name}.{path.stem.partition('.v')[0]}": f"{path.parents[2].name}/events/{path.stem}"
    for path in PACKAGE.glob("*/schemas/events/*.json")
}


@pytest.mark.parametrize("event_type", sorted(EMITTED))
def test_an_event_type_has_a_contract(event_type: str) -> None:
    assert event_type in CONTRACTS
    assert event_type.startswith(EMITTED[event_type].context + ".")


@pytest.mark.parametrize("event_type", sorted(CONTRACTS))
def test_a_contract_is_of_an_event_that_somebody_emits(event_type: str) -> None:
    schema = schemas.load(CONTRACTS[event_type])
    schemas.make_validator(schema)
    assert event_type in EMITTED
    assert re.search(r"\.v[1-9][0-9]*\Z", CONTRACTS[event_type])
    assert set(schema["required"]) <= set(schema["properties"])


def test_every_published_type_has_a_name_in_both_languages() -> None:
    found = catalogue.event_types()
    assert {event_type.name.partition(".")[0] for event_type in found} <= {
        each.name for each in CONTEXTS if each.publishes_events
    }
    for event_type in found:
        assert re.search(r"[\u4e00-\u9fff]", event_type.titles["zh-CN"])
        assert event_type.titles["en"] != event_type.name


def test_events_are_named_in_events_py_only() -> None:
    """A type spelt elsewhere is a type that a rename leaves behind. A consumer imports the constant."""
    spelt = {
        (module.name, text)
        for module in modules()
        if not _is_events(module.name)
        for text in strings(module)
        if _TYPE.match(text)
    }
    assert spelt == set()
