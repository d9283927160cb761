"""Nobody reads records around the scope of whoever asks: what holds their store, names their rows or takes one without
asking is listed here, with the reason why no value gets out of it unasked.
"""

import ast
import re

import pytest

from .source import Module, modules

STORE = {
    "forms/store/records.py": "the store",
    "forms/service/ports.py": "the port",
    "forms/wiring/__init__.py": "puts the store behind the port",
    "forms/wiring/saving.py": "puts the store behind the port",
    "forms/service/entrance.py": "asks who may, for everybody",
    "forms/service/records.py": "reads through the entrance; `get` and `values_at` are of flows, which decide who may",
    "forms/service/lists.py": "gives the store to the judge",
    "forms/service/children.py": "gives the store to the judge",
    "forms/service/candidates.py": "gives the store to the judge; whole records are told through the rights to them",
    "forms/service/aspects/links.py": "asks whether a record may be chosen; answers nothing of it",
    "forms/service/unlinking.py": "system work: changes what is linked to a deleted record; whom it tells, it asks for",
    "forms/service/current.py": "computes what changes from day to day, and tells it through the rights to each record",
    "forms/service/judging.py": "tells of each entry what the rights to it let through",
    "forms/service/sight.py": "hands every entry to the judge",
    "forms/service/earlier_values.py": "of flows, which decide who may",
    "forms/service/balance_moves.py": "system work: reads the limit; what is told of it asks the entrance first",
    "forms/service/entering_balances.py": "system work: brings records under balances and tells nothing",
    "forms/service/forms.py": "asks whether there are any records, of no value",
    "forms/service/aspects/lookups.py": "copies values that belong to the form; a refresh asks the entrance first",
    "forms/service/pulling.py": "asks the entrance for each record before it tells of it",
    "forms/service/following.py": "system work: copies values that belong to the form and tells nothing",
    "forms/service/reindex.py": "system work: enters records into lists and tells nothing",
    "forms/service/restaging.py": "system work: brings records to stages that their form has, and tells nothing",
    "forms/service/publishing/stages.py": "asks whether there are any records, of no value",
    "forms/service/purging.py": "system work: drops records and tells nothing",
    "forms/service/rollups.py": "system work: counts records into figures that a builder who reads them all declared",
    "forms/service/recounting.py": "the same again; it answers ids of records, and of figures whether they drifted",
    "forms/service/figure_check.py": "system work: takes ids for a sample, and tells the log which figures drifted",
}
ROWS = {
    "forms/row_keys.py": "the keys",
    "forms/store/records.py": "the store",
    "forms/store/child_rows.py": "part of the store",
    "forms/service/lists.py": "reads lists, and lets the judge see to each entry",
    "forms/service/sight.py": "reads lists, and lets the judge see to each entry",
    "forms/service/candidates.py": "reads lists, and lets the judge see to each entry",
    "forms/store/balances.py": "names the row with the limit for one batch; `balance_moves.py` reads it",
    "forms/prefetch.py": "names rows for one batch; who asks the entrance reads them",
}
WITHOUT_ASKING = {
    "forms/api.py": "defines them",
    "forms/service/records.py": "defines them",
    "forms/service/earlier_values.py": "defines them",
    "flows/service/ports.py": "the port",
    "flows/service/runs.py": "a run acts on its record; what is shown of it goes through `forms.api.rights_to_copy`",
    "flows/service/rounds.py": "compares rounds; what is shown of it goes through `forms.api.rights_to_copy`",
    "flows/service/effect_writer.py": "moves the state of the record",
}
ROW_KEYS = re.compile(r"row_keys\.(record|history|index(_partition)?|seen(_partition)?|visible(_partition)?)\b")
TAKEN = re.compile(r"\b_?forms\.get_record\b|\bdef get_record\(self, work")
STORE_NAMES = {"RecordStore", "RecordRepository", "record_repository"}
VALUES_AT = {"values_at"}

every_module = pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)


def names(module: Module) -> set[str]:
    found = {node.id for node in ast.walk(module.tree) if isinstance(node, ast.Name)}
    found |= {node.attr for node in ast.walk(module.tree) if isinstance(node, ast.Attribute)}
    defined = (node.name for node in ast.walk(module.tree) if isinstance(node, ast.FunctionDef | ast.ClassDef))
    return found | set(defined)


def takes_unasked(module: Module) -> bool:
    return bool(VALUES_AT & names(module) or TAKEN.search(module.text))


@every_module
def test_the_store_of_records_is_held_for_a_reason(module: Module) -> None:
    assert module.name in STORE or not STORE_NAMES & names(module)


@every_module
def test_rows_of_records_are_named_for_a_reason(module: Module) -> None:
    assert module.context != "forms" or module.name in ROWS or not ROW_KEYS.search(module.text)


@every_module
def test_a_record_is_taken_without_asking_for_a_reason(module: Module) -> None:
    assert module.name in WITHOUT_ASKING or not takes_unasked(module)


@pytest.mark.parametrize("reasons", [STORE, ROWS, WITHOUT_ASKING])
def test_no_reason_is_left_of_what_is_gone(reasons: dict[str, str]) -> None:
    needed = {
        each.name
        for each in modules()
        if STORE_NAMES & names(each) or ROW_KEYS.search(each.text) or takes_unasked(each) or "/row_keys" in each.name
    }
    assert not reasons.keys() - needed
