"""The schemas that registries make: written as they are today, and true of what was published before."""

import json
from pathlib import Path
from typing import Any

import pytest

from chalicelib.edge.schemas import field_errors, validator
from tools.contracts import made, path_of, text_of

IMAGES = sorted((Path(__file__).parents[1] / "upgrade" / "images").glob("*.jsonl"))


@pytest.mark.parametrize("name", sorted(made()))
def test_the_file_is_what_the_registry_makes(name: str) -> None:
    """After a change that is meant: `make openapi`."""
    assert path_of(name).read_text(encoding="utf-8") == text_of(made()[name])


def test_no_type_that_is_gone_has_a_schema_left() -> None:
    there = {f"flows/{path.stem}" for path in path_of("flows/step").parent.glob("step_*.json")}
    assert there - made().keys() == set()


def published() -> list[Any]:
    """Every definition that a release published, and whose table was kept."""
    rows = [json.loads(line) for image in IMAGES for line in image.read_text(encoding="utf-8").splitlines()]
    docs = [json.loads(row["doc"]["S"]) for row in rows if row.get("kind", {}).get("S") == "form_version"]
    return [pytest.param(doc["definition"], id=f"{doc['form_id']}.{doc['version']}") for doc in docs]


@pytest.mark.parametrize("definition", published())
def test_what_a_release_published_keeps_the_contract(definition: dict[str, Any]) -> None:
    assert field_errors(validator("forms/published_definition"), definition) == []
