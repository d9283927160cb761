"""What a form says of its rules (`rules` of its definition)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from .fields import Field
from .labels import Label

SHOW, HIDE, REQUIRE, MESSAGE = "show", "hide", "require", "message"
CLEAR = "clear"


@dataclass(frozen=True, slots=True)
class Action:
    """`clear`: what it hides is emptied when the record is saved. `text` is the message that refuses saving."""

    act: str
    fields: tuple[str, ...]
    clear: bool = False
    text: Label = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """`when` is a formula whose result is yes or no."""

    id: str
    when: str
    then: tuple[Action, ...]

    @property
    def as_field(self) -> Field:
        """A formula field of the same expression, by which it is parsed and checked."""
        return Field(id="@rule", type="formula", name="", options={"expression": self.when, "result": "boolean"})


def read_rules(docs: Iterable[Mapping[str, Any]]) -> tuple[Rule, ...]:
    """From documents that satisfy `schemas/rule.json`."""
    return tuple(Rule(doc["id"], doc["when"]["formula"], tuple(_action(each) for each in doc["then"])) for doc in docs)


def _action(doc: Mapping[str, Any]) -> Action:
    return Action(doc["act"], tuple(doc["fields"]), doc.get("when_hidden") == CLEAR, doc.get("text", ""))
