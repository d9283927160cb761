"""What must not occur twice: values of a field or of several together among the records of a form, cells among rows."""

from collections.abc import Hashable, Iterator, Mapping
from typing import Any, NamedTuple

from ...kernel.errors import FieldError
from .definition import Definition
from .fields import Field, frozen, type_of
from .stored import Values

_BETWEEN = "\x1f"


class Guarded(NamedTuple):
    """`name` is that of the guards; no two records may have one of `texts` in common."""

    name: str
    fields: tuple[Field, ...]
    texts: tuple[str, ...]

    def same(self, before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
        return all(before.get(each.id) == after.get(each.id) for each in self.fields)

    def taken(self, language: str) -> FieldError:
        """What whoever saves a second one is told, at the first of the fields."""
        code = "value_taken" if len(self.fields) == 1 else "value_taken_together"
        return FieldError.of(f"/values/{self.fields[0].id}", code, field=self.label(language))

    def label(self, language: str) -> str:
        return joined((each.label(language) for each in self.fields), language)


def guarded_values(definition: Definition, values: Values) -> Iterator[Guarded]:
    """A blank is not guarded, nor are several fields of which one is blank."""
    for field in definition.unique:
        if field.id in values:
            yield Guarded(field.id, (field,), type_of(field).unique_keys(field, values[field.id]))
    for together in definition.unique_together:
        fields = tuple(definition.by_id[name] for name in together.fields if name in definition.by_id)
        if len(fields) == len(together.fields) and all(each.id in values for each in fields):
            text = _BETWEEN.join(_text(each, values[each.id]) for each in fields)
            yield Guarded(f"@{together.id}", fields, (text,))


def repeated_cells(
    definition: Definition, values: Values, language: str, tolerated: frozenset[str]
) -> Iterator[FieldError]:
    """Cells of a column that another row has, too, unless all of them are as they were (`tolerated` paths)."""
    for lines in definition.fields:
        for column in lines.columns:
            if column.unique_in_lines:
                yield from _repeated(lines, column, values.get(lines.id) or (), language, tolerated)


def _repeated(lines: Field, column: Field, rows: Any, language: str, tolerated: frozenset[str]) -> Iterator[FieldError]:
    places: dict[Hashable, list[int]] = {}
    for index, row in enumerate(rows):
        if column.id in row:
            places.setdefault(_text(column, row[column.id]), []).append(index)
    for found in places.values():
        paths = [f"/values/{lines.id}/{index}/{column.id}" for index in found]
        if len(found) > 1 and not tolerated.issuperset(paths):
            numbers = joined((str(index + 1) for index in found), language)
            for path in paths:
                yield FieldError.of(path, "value_twice_in_lines", field=column.label(language), rows=numbers)


def _text(field: Field, value: Any) -> str:
    """Equal for values that count as the same."""
    kind = type_of(field)
    if kind.may_be_unique:
        return kind.unique_keys(field, value)[0]
    return repr(frozen(value) if isinstance(value, list) else kind.comparable(field, value))


def joined(words: Iterator[str], language: str) -> str:
    return ("、" if language == "zh-CN" else ", ").join(words)
