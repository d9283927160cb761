"""A form as it was published: immutable, and compiled once a process, because every record of the version needs it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ..access.groups import OPEN, Access, read_access
from .balances.setting import Balance, read_balances
from .duplicates.setting import DuplicateRule, read_duplicates
from .evaluation_order import Plan, Step, dependents, formulas, make_plan
from .fields import TYPES, Field, meant, type_of
from .labels import Label, label_text
from .rule_setting import Rule, Together, read_rules, read_together, rule_steps

MAX_INDEXED = 10
MAX_UNIQUE = 10
"""A record, its list entries and its guards are one transaction of at most 100 rows."""
MAX_FIELDS = 500
MAX_LISTED = 20
LISTED_BY_DEFAULT = 6
TITLE_PART = re.compile(r"\{([a-z][a-z0-9_]{0,39})\}")
FLOW = "flow"
"""`approval` of a form whose records need a flow: until one is in use, nobody submits. `none`: they need none."""


@dataclass(frozen=True, eq=False)
class Definition:
    """One published version. `title` is a template of field ids, `listed` the fields whose values a list shows."""

    name: Label
    fields: tuple[Field, ...]
    description: Label = ""
    title: str = ""
    listed: tuple[str, ...] = ()
    access: Access = OPEN
    approval: str = ""
    balances: tuple[Balance, ...] = ()
    rules: tuple[Rule, ...] = ()
    duplicates: tuple[DuplicateRule, ...] = ()
    unique_together: tuple[Together, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Field]:
        return {field.id: field for field in self.fields}

    @cached_property
    def indexed(self) -> tuple[Field, ...]:
        """What lists can be ordered by; of what changes from day to day there is no index."""
        return tuple(field for field in self.fields if field.indexed and field.id not in self.volatile)

    @cached_property
    def unique(self) -> tuple[Field, ...]:
        return tuple(field for field in self.fields if field.unique)

    @cached_property
    def serial(self) -> Field | None:
        return next((field for field in self.fields if type_of(field).numbers_records), None)

    @cached_property
    def plan(self) -> Plan:
        return make_plan(self.fields)

    @cached_property
    def rule_steps(self) -> dict[str, Step]:
        """The formulas of the rules, parsed: conditions by the rule's id, what is filled in by `Action.key`."""
        return rule_steps(self.fields, self.rules)

    @cached_property
    def rollups(self) -> tuple[Field, ...]:
        return tuple(field for field in self.fields if type_of(field).kept_beside)

    @cached_property
    def beside(self) -> frozenset[str]:
        """The fields whose values are kept in a row beside the record: roll-ups, and the formulas that read
        one (of the form, not of columns: publishing refuses those), but for those that change from day to day."""
        found = frozenset(field.id for field in self.rollups)
        return found | (dependents(self.plan, found) - self.volatile) if found else found

    @cached_property
    def volatile(self) -> frozenset[str]:
        """Formulas whose value depends on the day on which it is read, through others too: `overdue`, `lines.age`."""
        return self.plan.volatile if any(formulas(self.fields)) else frozenset()

    @cached_property
    def asks_calendar(self) -> bool:
        """Whether a formula, or a rule, asks the working calendar."""
        return (any(formulas(self.fields)) and self.plan.asks_calendar) or Plan(
            tuple(self.rule_steps.values())
        ).asks_calendar

    @cached_property
    def summary_fields(self) -> tuple[str, ...]:
        """The fields whose values stand in every list entry: what is shown, what can be filtered, what the title is
        made of anew for whom a part of it is hidden, and what rows of permission groups follow.
        """
        shown = (*self.listed, *(field.id for field in self.indexed))
        retold = self.access.limits_fields & frozenset(self.title_fields)
        followed = (name for name in self.access.followed_fields if name in self.by_id)
        return tuple(dict.fromkeys((*shown, *(self.title_fields if retold and self.title else ()), *followed)))

    @cached_property
    def title_fields(self) -> tuple[str, ...]:
        """The fields that the title of a record is, or may be, made of."""
        if self.title:
            return tuple(dict.fromkeys(TITLE_PART.findall(self.title)))
        return tuple(field.id for field in self.fields if type_of(field).titles_by_default)


@dataclass(frozen=True)
class Form:
    """The head of a form with its published definition: what the rest of the house works with."""

    id: str
    version: int
    definition: Definition
    flow_id: str = ""
    archived: bool = False
    reindexing: frozenset[str] = frozenset()
    """Fields that not every old record's list entries hold yet."""
    ordered: frozenset[str] = frozenset()
    """Lists beyond those of its fields in which every record stands."""
    followed: frozenset[str] = frozenset()
    """Fields that other forms pull through and follow."""
    watched_by: tuple[str, ...] = ()
    """Other forms whose duplicate rules look at its records, too."""

    @property
    def name(self) -> Label:
        return self.definition.name

    @property
    def fields(self) -> tuple[Field, ...]:
        return self.definition.fields

    @property
    def access(self) -> Access:
        return self.definition.access

    @property
    def awaits_flow(self) -> bool:
        return awaits_flow(self.definition.approval, self.flow_id)

    def label(self, language: str) -> str:
        return label_text(self.definition.name, language)

    def field(self, field_id: str) -> Field | None:
        return self.definition.by_id.get(field_id)


def read_field(doc: Mapping[str, Any]) -> Field:
    options = dict(doc.get("options", {}))
    rows = options.pop("columns", ()) if TYPES[doc["type"]].holds_rows else ()
    columns = tuple(read_field(column) for column in rows)
    return Field(
        id=doc["id"],
        type=doc["type"],
        name=doc["name"],
        required=doc.get("required", False),
        unique=doc.get("unique", False),
        indexed=doc.get("indexed", False),
        unique_in_lines=doc.get("unique_in_lines", False),
        help=doc.get("help", ""),
        default=doc.get("default"),
        options=options,
        columns=columns,
    )


def read_definition(doc: Mapping[str, Any]) -> Definition:
    """From a document that `checks.problems` found nothing wrong with."""
    fields = tuple(read_field(field) for field in doc["fields"])
    return Definition(
        name=doc["name"],
        fields=fields,
        description=doc.get("description", ""),
        title=doc.get("title", ""),
        listed=tuple(doc.get("list") or default_listed(fields)),
        access=read_access(doc.get("access", {})),
        approval=doc.get("approval", ""),
        balances=read_balances(doc.get("balances", ())),
        rules=read_rules(doc.get("rules", ())),
        duplicates=read_duplicates(doc.get("duplicates", ())),
        unique_together=read_together(doc.get("unique_together", ())),
    )


def awaits_flow(approval: str, flow_id: str) -> bool:
    """Whether the form was published to be used with a flow, and none is in use."""
    return approval == FLOW and not flow_id


def default_listed(fields: tuple[Field, ...]) -> tuple[str, ...]:
    plain = [field.id for field in fields if type_of(meant(field)).listed_by_default]
    return tuple(plain[:LISTED_BY_DEFAULT])


def every_field(fields: tuple[Field, ...]) -> Iterator[tuple[str, Field]]:
    """Fields and columns with their paths: `total`, `lines`, `lines.amount`."""
    for field in fields:
        yield field.id, field
        for column in field.columns:
            yield f"{field.id}.{column.id}", column


def storage_types(fields: tuple[Field, ...]) -> dict[str, str]:
    """What each id means for as long as the form lives."""
    return {path: type_of(field).storage_type(field) for path, field in every_field(fields)}
