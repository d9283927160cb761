"""Where a record stands in a process: one stage of one of the field's pipelines. It changes by moving alone.

The value is the stage's own text, unique over all pipelines of the field, so the pipeline follows from it, and
conditions, lists, indexes and formulas take it for a choice.
"""

from collections.abc import Hashable, Iterator, Mapping
from datetime import tzinfo
from typing import Any, ClassVar

from ....kernel.skeleton import skeleton
from ..condition_fields import tested_fields
from ..formula import Kind, Value
from ..labels import LABEL_SCHEMA, Label, label_text, label_texts
from ..link_options import texts
from ..normal_form import folded, has_control, searchable
from ._texts import text_key
from .base import Cell, CellReading, Fault, Field, FieldType, Locale

STAGE_KINDS = ("open", "won", "lost", "paused", "done")
"""What a stage is to reports: work goes on, succeeded, failed, waits, or is over without either."""
_VALUE = {"type": "string", "minLength": 1, "maxLength": 60}
_FIELD = {"type": "string", "pattern": "^[a-z][a-z0-9_]{0,39}$"}
_STAGE: dict[str, Any] = {
    "type": "object",
    "required": ["value"],
    "additionalProperties": False,
    "properties": {
        "value": _VALUE,
        "name": LABEL_SCHEMA,
        "color": {"type": "string", "pattern": "^[a-z]{1,20}$"},
        "kind": {"enum": list(STAGE_KINDS)},
        "probability": {"type": "integer", "minimum": 0, "maximum": 100, "description": "Percent."},
        "required": {
            "type": "array",
            "maxItems": 50,
            "uniqueItems": True,
            "items": _FIELD,
            "description": "Fields that must be filled in before a record enters the stage.",
        },
        "entry": {"$ref": "banli:conditions/condition"},
        "entry_hint": LABEL_SCHEMA,
        "approved": {"type": "boolean", "description": "Only a record whose approval has passed may enter."},
        "sla_hours": {"type": "integer", "minimum": 1, "maximum": 5000, "description": "Working hours."},
        "to": {
            "type": "array",
            "maxItems": 100,
            "uniqueItems": True,
            "items": _VALUE,
            "description": "Stages that may follow; missing: every other one of the pipeline.",
        },
        "movers": {"$ref": "banli:forms/audience"},
        "reason": {**_FIELD, "description": "A field that must be filled in to enter: why it was lost."},
    },
}
PIPELINES_OPTION: dict[str, Any] = {
    "type": "array",
    "minItems": 1,
    "maxItems": 10,
    "x-name": {"zh-CN": "阶段流程", "en": "pipelines"},
    "items": {
        "type": "object",
        "required": ["value", "stages"],
        "additionalProperties": False,
        "properties": {
            "value": _VALUE,
            "name": LABEL_SCHEMA,
            "stages": {"type": "array", "minItems": 1, "maxItems": 30, "items": _STAGE},
        },
    },
}
AMOUNT_OPTION = {
    **_FIELD,
    "x-name": {"zh-CN": "金额字段", "en": "amount"},
    "description": "The field whose value each entry of the stage history keeps.",
}
MOVED_OPTION = {
    "type": "object",
    "maxProperties": 300,
    "propertyNames": _VALUE,
    "additionalProperties": _VALUE,
    "x-name": {"zh-CN": "已删除阶段的去向", "en": "where records of removed stages go"},
    "description": "Of each removed stage, the stage that its records are moved to.",
}


class StageType(FieldType):
    type = "stage"
    words: ClassVar[Label] = {"zh-CN": "阶段", "en": "stage"}
    compare = "choice"
    kind = Kind.TEXT
    options: ClassVar[dict[str, Any]] = {
        "pipelines": PIPELINES_OPTION,
        "amount": AMOUNT_OPTION,
        "moved": MOVED_OPTION,
    }
    needs = ("pipelines",)
    may_be_indexed = True
    may_be_column = False
    may_have_default = False
    has_stages = True

    def problems(self, field: Field) -> Iterator[Fault]:
        yield from _value_problems(field)
        yield from _target_problems(field)
        values = stage_names(field)
        names = [pipeline["value"] for pipeline in field.options["pipelines"]]
        for at, name in enumerate(names):
            if name in names[:at]:
                yield Fault("duplicate_choice", f"/options/pipelines/{at}/value", value=name)
        for old, new in field.options.get("moved", {}).items():
            if old in values or new not in values:
                yield Fault("stage_moved_target", "/options/moved", value=old)

    def offered(self, field: Field) -> list[Any]:
        """Flat, as choices are: what older versions offered keeps its name and colour."""
        parts = ("value", "name", "color")
        return [
            {part: stage[part] for part in parts if part in stage}
            for pipeline in field.options.get("pipelines", ())
            for stage in pipeline["stages"]
        ]

    def audiences(self, options: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
        pipelines = options.get("pipelines")
        for at, pipeline in enumerate(pipelines if isinstance(pipelines, list) else ()):
            stages = pipeline.get("stages") if isinstance(pipeline, Mapping) else None
            for index, stage in enumerate(stages if isinstance(stages, list) else ()):
                movers = stage.get("movers") if isinstance(stage, Mapping) else None
                if isinstance(movers, Mapping):
                    yield f"/pipelines/{at}/stages/{index}/movers", movers

    def names_beside(self, options: Mapping[str, Any]) -> Iterator[str]:
        yield str(options.get("amount", ""))
        pipelines = options.get("pipelines")
        for pipeline in pipelines if isinstance(pipelines, list) else ():
            stages = pipeline.get("stages") if isinstance(pipeline, Mapping) else None
            for stage in stages if isinstance(stages, list) else ():
                if isinstance(stage, Mapping):
                    yield from texts(stage.get("required"))
                    yield str(stage.get("reason", ""))
                    yield from tested_fields(stage.get("entry"))

    # -- values

    def schema(self, field: Field) -> dict[str, Any]:
        return {"enum": [each["value"] for each in self.offered(field)]}

    def canonical(self, field: Field, value: Any) -> str:
        text = value.strip() if isinstance(value, str) else ""
        if text not in {each["value"] for each in self.offered(field)}:
            raise Fault("not_a_choice", value=str(value)[:60])
        return text

    def from_cell(self, field: Field, cell: Cell, reading: CellReading) -> str:
        """A stage by its value or name. Raises Fault not_a_choice."""
        text = cell.plain(reading.language)
        wanted = searchable(text).strip()
        for value, name in stage_names(field).items():
            if wanted in {searchable(said).strip() for said in (value, *label_texts(name))}:
                return value
        raise Fault("not_a_choice", value=text[:60])

    def comparable(self, field: Field, value: Any) -> Hashable:
        return value.strip() if isinstance(value, str) else super().comparable(field, value)

    def filtered(self, field: Field, unlimited: Field, value: Any) -> str:
        """Also a stage that the form no longer has."""
        del unlimited
        text = value.strip() if isinstance(value, str) else ""
        if text not in {*stage_names(field), *(each["value"] for each in field.retired)}:
            raise Fault("not_a_choice", value=str(value)[:60])
        return text

    def sort_key(self, field: Field, value: str) -> str:
        del field
        return text_key(value)

    def whole_key(self, field: Field, value: str) -> str:
        del field
        return f"{folded(value)}\x00{value}"

    def tokens(self, field: Field, value: Any, locale: Locale) -> Iterator[str]:
        del locale
        yield str(value)
        yield from label_texts(_label(field, value))

    # -- showing

    def text(self, field: Field, value: str, locale: Locale) -> str:
        return label_text(_label(field, value), locale.language)

    def summary_rank(self, field: Field) -> int:
        del field
        return 1

    def summary_value(self, field: Field, value: str) -> Label:
        return _label(field, value)

    def in_language(self, value: Label, language: str) -> str:
        return label_text(value, language)

    def operand(self, field: Field, value: str, zone: tzinfo) -> Value:
        del field, zone
        return value


def _placed(field: Field) -> Iterator[tuple[str, Mapping[str, Any], Mapping[str, Any]]]:
    """Path, pipeline and stage of every stage."""
    for at, pipeline in enumerate(field.options["pipelines"]):
        for index, stage in enumerate(pipeline["stages"]):
            yield f"/options/pipelines/{at}/stages/{index}", pipeline, stage


def _value_problems(field: Field) -> Iterator[Fault]:
    seen: set[str] = set()
    for path, _, stage in _placed(field):
        value = stage["value"]
        if value != value.strip() or has_control(value):
            yield Fault("control_characters", f"{path}/value")
        looks = skeleton(value, fold_case=False)
        if looks in seen:
            yield Fault("duplicate_stage", f"{path}/value", value=value)
        seen.add(looks)


def _target_problems(field: Field) -> Iterator[Fault]:
    for path, pipeline, stage in _placed(field):
        own = {each["value"] for each in pipeline["stages"]} - {stage["value"]}
        for number, target in enumerate(stage.get("to", ())):
            if target not in own:
                yield Fault("stage_target", f"{path}/to/{number}", value=target)


def stage_names(field: Field) -> dict[str, Label]:
    """The name of every stage that the field has today, by value."""
    return {
        stage["value"]: stage.get("name") or stage["value"]
        for pipeline in field.options.get("pipelines", ())
        for stage in pipeline["stages"]
    }


def _label(field: Field, value: str) -> Label:
    """Also of a stage that the form had once."""
    retired: dict[str, Label] = {each["value"]: each.get("name", each["value"]) for each in field.retired}
    return stage_names(field).get(value) or retired.get(value, value)


FIELD_TYPE = StageType()
