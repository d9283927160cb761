"""Names that nobody chose, by the file that the web app's tests read, too."""

import json
from pathlib import Path
from typing import Any

import pytest

from chalicelib.flows.step_names import name_in, names_of, with_names_in

FILE = Path(__file__).resolve().parents[2] / "contracts" / "step_names.json"
SHARED: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("names", SHARED["names"], ids=lambda names: names["en"])
def test_a_name_is_known_in_both_languages(names: dict[str, str]) -> None:
    for name in names.values():
        assert names_of(name) == names
        assert {language: name_in(name, language) for language in names} == names


@pytest.mark.parametrize("name", SHARED["chosen"])
def test_a_name_that_a_person_chose_stays(name: str) -> None:
    assert names_of(name) == {}
    assert name_in(name, "en") == name_in(name, "zh-CN") == name


def test_a_document_keeps_everything_else() -> None:
    entry = {"act": "branch_taken", "node_name": "条件分支", "branch": "条件 2", "opinion": "审批"}
    assert with_names_in(entry, "en") == {**entry, "node_name": "Branch", "branch": "Condition 2"}
