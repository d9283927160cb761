"""Which field a column is for, and which field would be made of one."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC
from typing import Any

from ..access.rights import Rights
from ..domain.definition import Definition, every_field
from ..domain.fields import TYPES, Cell, CellReading, Fault, type_of
from ..domain.fields._cells import DAY, MOMENT, NUMBER, TEXT, TIME
from ..domain.formats import is_email, is_plain_phone, plain_phone
from ..domain.labels import Label, label_texts
from ..domain.normal_form import searchable
from .reading_heads import BETWEEN, Column

MOST_CHOICES, CHOICE_LENGTH, REPEATED = 12, 30, 2
LOOKED_AT = 1_000
_NUMBERED = re.compile(r"编号|单号|号码|账号|卡号|税号|证号|代码|条码|code|\bno\b|sku", re.IGNORECASE)
_AMOUNT = re.compile(r"金额|单价|价格|总价|费用|货款|工资|\(元\)|（元）|amount|price|cost|salary", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Target:
    """A field that a column may be read into. `key`: records may be found by it."""

    path: str
    label: Label
    type: str
    required: bool
    key: bool = False
    fills: bool = True
    """False of what only finds records, such as their number."""


def targets(definition: Definition, rights: Rights) -> list[Target]:
    """What a member with these rights to a record of their own may fill, in the order of the form."""
    found: list[Target] = []
    for path, field in every_field(definition.fields):
        head, _, column = path.partition(".")
        kind = type_of(field)
        number = kind.numbers_records and field.indexed
        fills = kind.takes_cells and not kind.computed and rights.editable(head)
        if not fills and not (number and rights.level(head) > 0):
            continue
        label = _both(definition.by_id[head].name, field.name) if column else field.name
        key = not column and (field.unique or number)
        found.append(Target(path, label, field.type, field.required, key, fills))
    return found


def guess_mapping(columns: Sequence[Column], fields: Sequence[Target], remembered: Mapping[str, str]) -> dict[str, str]:
    """Column (as text) -> path, by what was chosen for the name before, then by label, then by id; each field once."""
    paths = {each.path for each in fields}
    names: dict[str, str] = {}
    for each in fields:
        own = each.path.rpartition(".")[2]
        for name in (own, each.path, *label_texts(each.label), *(_last(text) for text in label_texts(each.label))):
            names.setdefault(head_key(name), each.path)
    found: dict[str, str] = {}
    for column in columns:
        key = head_key(column.name)
        path = next(
            (
                each
                for each in (remembered.get(key), names.get(key), names.get(head_key(_last(column.name))))
                if each in paths
            ),
            None,
        )
        if path and path not in found.values():
            found[str(column.index)] = path
    return found


def head_key(name: str) -> str:
    """Equal for names of columns that are taken for the same: without width, case, spaces and marks."""
    text = searchable(name).strip().strip("*：:").strip()
    return re.sub(r"[\s*_]+", "", text)


def suggested(column: Column, cells: Sequence[Cell], people: Iterable[str] = ()) -> dict[str, Any]:
    """`{"name", "type", "options", "types"}` of a field for what stands in the column; `types` are all that it may
    become, each with its options. `people` are names of members.
    """
    looked = list(cells[:LOOKED_AT])
    kind, options = _kind(column.name, looked, frozenset(people)) if looked else ("text", {})
    any_column = {name: each.column_options for name, each in TYPES.items() if each.takes_any_column}
    types = [{"type": name, "options": given} for name, given in {**any_column, kind: options}.items()]
    return {"name": column.name[:60], "type": kind, "options": options, "types": types}


def _kind(name: str, cells: list[Cell], people: frozenset[str]) -> tuple[str, dict[str, Any]]:
    reading = CellReading("zh-CN", UTC, lambda _field, _text: ())
    plain = _of_cells(name, cells) or _of_texts(cells, reading)
    if plain:
        return plain, {}
    numbers = _numbers(reading, cells)
    if numbers is not None:
        return _number(name, numbers)
    if people and {cell.text for cell in cells} <= people:
        return "member", {}
    return _text(cells)


def _of_cells(name: str, cells: list[Cell]) -> str:
    """The type that the kinds of the cells, or the name of the column, tell by themselves; "" if they do not."""
    kinds = {cell.kind for cell in cells}
    if kinds <= {DAY, MOMENT}:
        return "datetime" if MOMENT in kinds else "date"
    if kinds == {TIME}:
        return "time"
    if all(is_plain_phone(plain_phone(cell.text)) for cell in cells) and not _AMOUNT.search(name):
        return "phone"
    numbered = _NUMBERED.search(name) and kinds <= {NUMBER, TEXT}
    return "text" if numbered or any(cell.is_rounded for cell in cells) else ""


def _of_texts(cells: list[Cell], reading: CellReading) -> str:
    """As `_of_cells`, of columns that hold texts alone."""
    if any(cell.kind != TEXT for cell in cells):
        return ""
    if all(is_email(cell.text) for cell in cells):
        return "email"
    if all(cell.text.endswith(("%", "％")) for cell in cells) and _numbers(reading, cells, percent=True):
        return "percent"
    return "date" if all(_is_day(reading, cell) for cell in cells) else ""


def _number(name: str, numbers: list[str]) -> tuple[str, dict[str, Any]]:
    places = max(len(number.partition(".")[2]) for number in numbers)
    if _AMOUNT.search(name) and places <= 6:
        return "money", {"currency": "CNY", **({"decimals": places} if places > 2 else {})}
    return "number", {}


def _text(cells: list[Cell]) -> tuple[str, dict[str, Any]]:
    texts = [cell.plain("zh-CN") for cell in cells]
    different = list(dict.fromkeys(texts))
    short = all(len(text) <= CHOICE_LENGTH and "\n" not in text for text in different)
    if short and len(different) <= MOST_CHOICES and len(texts) >= REPEATED * len(different):
        return "choice", {"choices": [{"value": text} for text in different]}
    if any("\n" in text or len(text) > 100 for text in texts):
        return "long_text", {}
    return "text", {}


def _numbers(reading: CellReading, cells: list[Cell], *, percent: bool = False) -> list[str] | None:
    try:
        return [reading.number(cell, percent=percent) for cell in cells]
    except Fault:
        return None


def _is_day(reading: CellReading, cell: Cell) -> bool:
    try:
        reading.day(cell)
    except Fault as fault:
        return fault.code == "date_ambiguous"
    return True


def _both(first: Label, second: Label) -> Label:
    if isinstance(first, str) and isinstance(second, str):
        return f"{first}{BETWEEN}{second}"
    languages = {**(first if isinstance(first, dict) else {}), **(second if isinstance(second, dict) else {})}
    return {each: f"{_in(first, each)}{BETWEEN}{_in(second, each)}" for each in languages}


def _in(label: Label, language: str) -> str:
    return label if isinstance(label, str) else label.get(language) or next(iter(label.values()), "")


def _last(name: str) -> str:
    return name.rpartition(BETWEEN)[2]
