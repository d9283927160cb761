"""What a form says of its rules (`rules` of its definition), and of values that must not occur together twice."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .evaluation_order import Step, make_step
from .fields import Field, type_of
from .formula import Kind
from .labels import Label

SHOW, HIDE, REQUIRE, READONLY, SET, MESSAGE = "show", "hide", "require", "readonly", "set", "message"
OF_COLUMNS = frozenset((SHOW, HIDE, REQUIRE, READONLY))
"""What may be done to a column of lines, in every row."""
KEEP, CLEAR, DEFAULT = "keep", "clear", "default"
BRANCHES = ("then", "else")
_RESULTS = {Kind.NUMBER: "number", Kind.TEXT: "text", Kind.DATE: "date"}


@dataclass(frozen=True, slots=True)
class Action:
    """`fields` are paths: `note`, `lines.price`. `when_hidden`: what becomes of the value of a field that it hides.
    `value` is what it fills in, unless `formula` says that. `text` is the message that refuses saving.
    """

    act: str
    fields: tuple[str, ...]
    when_hidden: str = KEEP
    text: Label = ""
    value: Any = None
    formula: str | None = None
    place: str = ""
    """Where it stands: `r1/then/0`."""

    @property
    def empties(self) -> bool:
        """Whether a value is replaced while its field is hidden."""
        return self.act in (SHOW, HIDE) and self.when_hidden != KEEP

    @property
    def replaces(self) -> bool:
        """Whether what was sent is replaced as soon as the rule is evaluated."""
        return self.act in (READONLY, SET)

    def key(self, field_id: str) -> str:
        """Names its formula for one field among those of the rules."""
        return f"{self.place}/{field_id}"

    def formula_for(self, field: Field) -> Field:
        """The formula as a field of its own, with a result that `field` takes."""
        result = _RESULTS.get(type_of(field).formula_kind(field), "text")
        return Field("@set", "formula", "", options={"expression": self.formula or "", "result": result})


@dataclass(frozen=True, slots=True)
class Rule:
    """Its condition is a tree (`condition`), or a formula whose result is yes or no (`when`)."""

    id: str
    when: str
    then: tuple[Action, ...]
    otherwise: tuple[Action, ...] = ()
    condition: Mapping[str, Any] | None = None
    name: Label = ""

    @property
    def as_field(self) -> Field:
        """A formula field of the same expression, by which it is parsed and checked."""
        return Field("@rule", "formula", "", options={"expression": self.when, "result": "boolean"})

    @property
    def actions(self) -> tuple[Action, ...]:
        return (*self.then, *self.otherwise)


@dataclass(frozen=True, slots=True)
class Together:
    """Fields whose values together no two records may have."""

    id: str
    fields: tuple[str, ...]
    name: Label = ""


def read_rules(docs: Iterable[Mapping[str, Any]]) -> tuple[Rule, ...]:
    """From documents that satisfy `schemas/rule.json`."""
    return tuple(_rule(doc) for doc in docs)


def read_together(docs: Iterable[Mapping[str, Any]]) -> tuple[Together, ...]:
    """From documents that satisfy `schemas/unique_together.json`."""
    return tuple(Together(doc["id"], tuple(doc["fields"]), doc.get("name", "")) for doc in docs)


def _rule(doc: Mapping[str, Any]) -> Rule:
    when, found = doc["when"], doc["id"]
    then, otherwise = (_actions(doc.get(branch, ()), f"{found}/{branch}") for branch in BRANCHES)
    name = doc.get("name", "")
    if "formula" in when:
        return Rule(found, when["formula"], then, otherwise, name=name)
    return Rule(found, "", then, otherwise, when, name)


def _actions(docs: Iterable[Mapping[str, Any]], path: str) -> tuple[Action, ...]:
    return tuple(_action(doc, f"{path}/{index}") for index, doc in enumerate(docs))


def _action(doc: Mapping[str, Any], place: str) -> Action:
    value = doc.get("value")
    formula = value["formula"] if isinstance(value, Mapping) else None
    return Action(
        doc["act"],
        tuple(doc["fields"]),
        doc.get("when_hidden", KEEP),
        doc.get("text", ""),
        None if formula is not None else value,
        formula,
        place,
    )


def paths_hidden_first(rules: Iterable[Rule]) -> Iterator[tuple[str, str]]:
    """(path, when_hidden) of what is hidden until a rule shows it."""
    for rule in rules:
        for action in rule.actions:
            if action.act == SHOW:
                yield from ((path, action.when_hidden) for path in action.fields)


def rule_steps(fields: tuple[Field, ...], rules: Iterable[Rule]) -> dict[str, Step]:
    """Every formula of rules that publishing found sound. Raises FormulaError."""
    by_id = {field.id: field for field in fields}
    found: dict[str, Step] = {}
    for rule in rules:
        if rule.condition is None:
            found[rule.id] = make_step(fields, rule.as_field)
        for action in rule.actions:
            if action.formula is not None:
                for name in action.fields:
                    found[action.key(name)] = make_step(fields, action.formula_for(by_id[name]))
    return found
