"""Schema files that registries make are what the registries say today."""

import pytest

from tools.contracts import made, path_of, text_of


@pytest.mark.parametrize("name", sorted(made()))
def test_a_made_schema_is_up_to_date(name: str) -> None:
    assert path_of(name).read_text("utf-8") == text_of(made()[name]), "run `make openapi`"


def test_no_type_that_is_gone_has_a_schema_left() -> None:
    there = {f"flows/{path.stem}" for path in path_of("flows/step").parent.glob("step_*.json")}
    assert there - made().keys() == set()
