"""Stages of a stage field, what a record remembers of the one it stands in, and which moves are possible. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ...conditions import reader
from ...conditions.tree import EVERYTHING, Node
from ...kernel.errors import FieldError
from ..access.groups import Audience, read_audience
from .definition import Definition
from .fields import Field, type_of
from .labels import Label, label_text
from .record_query import ListFields
from .values import is_blank

OPEN = "open"
MAX_NOTE = 500
"""Characters of the note of a move."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage as its definition says it. `sla_hours` counts working hours, 0: no limit; `to` None: all of the
    pipeline may follow; `movers` None: who may edit the field.
    """

    value: str
    name: Label
    pipeline: str
    kind: str = OPEN
    required: tuple[str, ...] = ()
    entry: Mapping[str, Any] | None = None
    entry_hint: Label = ""
    approved: bool = False
    sla_hours: int = 0
    to: tuple[str, ...] | None = None
    movers: Audience | None = None
    first: bool = False

    def label(self, language: str) -> str:
        return label_text(self.name, language)


@dataclass(frozen=True, slots=True)
class Move:
    """What a move asks for: the stage field, the stage, and why. `forced`: the stages themselves have changed, so
    neither gates nor rights are asked.
    """

    field: str
    to: str
    note: str = ""
    forced: bool = False


@dataclass(frozen=True, slots=True)
class StageMove:
    """One entry of the stage history, written once and never changed. `left` is "" of the first; `seconds` and
    `working_seconds` are those spent in the stage that was left. Names are those of the moment.
    """

    field: str
    number: int
    pipeline: str
    left: str
    entered: str
    entered_name: Any
    kind: str
    at: str
    by: str
    by_name: str
    left_name: Any = ""
    note: str = ""
    seconds: int = 0
    working_seconds: int = 0
    due_at: str = ""
    owner: str = ""
    amount_field: str = ""
    amount: Any = None


def stage_fields(definition: Definition) -> tuple[Field, ...]:
    return tuple(field for field in definition.fields if type_of(field).has_stages)


def stages_of(field: Field) -> dict[str, Stage]:
    """By value, in the order of the pipelines."""
    return {
        doc["value"]: _stage(doc, pipeline["value"], first=index == 0)
        for pipeline in field.options["pipelines"]
        for index, doc in enumerate(pipeline["stages"])
    }


def _stage(doc: Mapping[str, Any], pipeline: str, *, first: bool) -> Stage:
    reason = (doc["reason"],) if doc.get("reason") else ()
    return Stage(
        value=doc["value"],
        name=doc.get("name") or doc["value"],
        pipeline=pipeline,
        kind=doc.get("kind", OPEN),
        required=(*doc.get("required", ()), *reason),
        entry=doc.get("entry") or None,
        entry_hint=doc.get("entry_hint", ""),
        approved=doc.get("approved", False),
        sla_hours=doc.get("sla_hours", 0),
        to=tuple(doc["to"]) if "to" in doc else None,
        movers=read_audience(doc["movers"]) if "movers" in doc else None,
        first=first,
    )


def current_of(field: Field, value: str) -> str:
    """The stage that a stored value means today: of a removed stage the one that its records are moved to."""
    return str(field.options.get("moved", {}).get(value, value))


def name_at(field: Field, value: str) -> Label:
    """The name of a stage, also of one that the form had once."""
    return next((each.get("name") or value for each in _known(field) if each["value"] == value), value)


def _known(field: Field) -> Iterator[Mapping[str, Any]]:
    yield from type_of(field).offered(field)
    yield from field.retired


def follows(stages: Mapping[str, Stage], left: str, entered: str) -> bool:
    """Whether a record may go from one stage ("": it has none yet) to the other. Another pipeline is begun at its first
    stage; from a stage that the form no longer has, every one may follow.
    """
    old, new = stages.get(left), stages[entered]
    if not left:
        return new.first
    if old is None:
        return True
    if old.pipeline != new.pipeline:
        return new.first
    return old.to is None or entered in old.to


def missing_fields(stage: Stage, definition: Definition, values: Mapping[str, Any]) -> list[Field]:
    """What has to be filled in before the stage is entered."""
    named = (definition.by_id.get(name) for name in dict.fromkeys(stage.required))
    return [field for field in named if field is not None and is_blank(values.get(field.id))]


class RecordFields(ListFields):
    """What the entry rule of a stage may ask: every field of the record, and what is true of the record itself."""

    def __init__(self, definition: Definition) -> None:
        super().__init__(definition)
        self._known = dict(definition.by_id)


def entry_faults(definition: Definition, raw: Any, path: str) -> list[FieldError]:
    fields = RecordFields(definition)
    reader.read(raw, fields, path)
    return fields.faults


@lru_cache(maxsize=256)
def _entries(definition: Definition) -> dict[tuple[str, str], Node]:
    """By field and stage; what cannot be read any more holds nobody up."""
    found: dict[tuple[str, str], Node] = {}
    for field in stage_fields(definition):
        for stage in stages_of(field).values():
            fields = RecordFields(definition)
            node = reader.read(stage.entry, fields, "") if stage.entry else EVERYTHING
            found[field.id, stage.value] = EVERYTHING if fields.faults else node
    return found


def entry_rule(definition: Definition, field_id: str, stage: str) -> Node:
    return _entries(definition).get((field_id, stage), EVERYTHING)


def rule_words(stage: Stage, definition: Definition, language: str) -> str:
    """What the entry rule asks, in the builder's words, or else the fields that it looks at."""
    hint = label_text(stage.entry_hint, language) if stage.entry_hint else ""
    if hint:
        return hint
    names = dict.fromkeys(str(test["field"]) for test in reader.leaves(stage.entry))
    labels = [definition.by_id[name].label(language) if name in definition.by_id else name for name in names]
    return ("、" if language == "zh-CN" else ", ").join(labels)
