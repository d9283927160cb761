"""The one table of functions: complete, in both languages, and the same wherever it is used."""

import re

import pytest

from chalicelib.forms.domain.formula import FUNCTIONS, Kind, Names, infer, parse
from chalicelib.forms.domain.formula.functions import BODIES, TABLE
from tools.formula_functions import DOCS, HELP, WEB, for_designer, for_docs, for_web

LANGUAGES = {"zh-CN", "en"}


class _AnyColumn(dict[str, Kind]):
    def __contains__(self, name: object) -> bool:
        return True

    def __missing__(self, name: str) -> Kind:
        return Kind.ANY


NAMES = Names(_AnyColumn(), {"lines": _AnyColumn()})


def test_every_function_of_the_table_has_a_body_and_every_body_a_row() -> None:
    assert [row["name"] for row in TABLE] == list(dict.fromkeys(row["name"] for row in TABLE))
    assert BODIES.keys() == FUNCTIONS.keys() == {row["name"] for row in TABLE}
    assert len(FUNCTIONS) >= 60


@pytest.mark.parametrize("row", TABLE, ids=lambda row: str(row["name"]))
def test_a_function_is_explained_in_both_languages(row: dict[str, dict[str, str]]) -> None:
    for part in ("signature", "about", "example"):
        assert row[part].keys() == LANGUAGES
        assert all(row[part].values())


@pytest.mark.parametrize("language", sorted(LANGUAGES))
@pytest.mark.parametrize("row", TABLE, ids=lambda row: str(row["name"]))
def test_an_example_is_a_formula_that_could_be_published(row: dict[str, dict[str, str]], language: str) -> None:
    """Names in brackets are those of the designer: fields, and columns of the lines."""
    column = re.compile(r"\[(?:明细|Lines)\.[^\]]+\]")
    written = re.sub(r"\[[^\]]+\]", "a", column.sub("lines.a", row["example"][language]))
    infer(parse(written), NAMES)


def test_web_and_documentation_have_the_table_of_today() -> None:
    assert WEB.read_text("utf-8") == for_web()
    assert HELP.read_text("utf-8") == for_designer()
    assert DOCS.read_text("utf-8") == for_docs(DOCS.read_text("utf-8"))
