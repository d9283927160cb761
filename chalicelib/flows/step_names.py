"""The names that the editor gives a new step or branch, in both languages.

A name is stored as one text in the language of whoever added the step. Where it is still one of these, nobody has
named the step, and everybody reads it in their own language: in lists, trails and mails, of flows old and new.
`tests/contracts/step_names.json` holds the same list to the web app.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

Names = Mapping[str, str]

NUMBERED: Names = {"zh-CN": "条件 {}", "en": "Condition {}"}
COPIED: Names = {"zh-CN": "{} 副本", "en": "{} copy"}

_NUMBER = re.compile("(?:条件|Condition) ([0-9]{1,3})")
_COPY = re.compile("(.+)(?: 副本| copy)")


@cache
def _of_types() -> Mapping[str, Names]:
    """What the node types call a new step; read when a name is first asked for, because the engine is loaded then."""
    from .engine.nodes import NODE_TYPES

    return {name: each.names for each in NODE_TYPES.values() for name in each.names.values()}


def names_of(name: str) -> Names:
    """The name in every language; {} if a person chose it."""
    if name in _of_types():
        return _of_types()[name]
    if numbered := _NUMBER.fullmatch(name):
        return {language: text.format(numbered[1]) for language, text in NUMBERED.items()}
    if copied := _COPY.fullmatch(name):
        return {language: COPIED[language].format(text) for language, text in names_of(copied[1]).items()}
    return {}


def name_in(name: str, language: str) -> str:
    """The name of a step or branch as a reader of this language sees it."""
    return names_of(name).get(language, name)


def label_of(name: str) -> Names | str:
    """For the parameters of an error, whose reader is not known yet."""
    return names_of(name) or name


_PLACES = ("name", "detail", "node_name", "branch")


def with_names_in(doc: Mapping[str, Any], language: str) -> dict[str, Any]:
    """A stored or shown document (a step of a path, an entry of a trail or a list) with its step's names so."""
    return {**doc, **{place: name_in(doc[place], language) for place in _PLACES if place in doc}}
