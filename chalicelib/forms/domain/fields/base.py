"""A field of a form, and what every field type must answer for it."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import tzinfo
from decimal import Decimal
from typing import Any, ClassVar

from ....kernel.money import MAX_EXPONENT
from ..formula import Kind, Value
from ..labels import Label, label_text


class Fault(Exception):
    """A value or an option that will not do: stable code, path below the field, what the message names."""

    def __init__(self, code: str, path: str = "", **params: Any) -> None:
        super().__init__(code, path, params)
        self.code = code
        self.path = path
        self.params = params


@dataclass(frozen=True)
class Field:
    """`options` are the type's own settings; `columns` are the fields of a row, for the type `lines` only."""

    id: str
    type: str
    name: Label
    required: bool = False
    unique: bool = False
    indexed: bool = False
    help: Label = ""
    default: Any = None
    options: Mapping[str, Any] = field(default_factory=dict)
    columns: tuple["Field", ...] = ()
    retired: tuple[Mapping[str, Any], ...] = ()
    """Choices that older versions of the form offered: shown by name where a record holds them, not offered."""

    def label(self, language: str) -> str:
        return label_text(self.name, language)


@dataclass(frozen=True)
class Locale:
    """How to write a value for people: in which language, and in whose day."""

    language: str
    zone: tzinfo


def frozen(value: Any) -> Hashable:
    """A JSON value as one that can be compared and put into a set; numbers as their text, files as their ids."""
    if isinstance(value, Mapping):
        return frozen(value["id"]) if "id" in value else tuple(sorted((name, frozen(value[name])) for name in value))
    if isinstance(value, list | tuple):
        return tuple(frozen(item) for item in value)
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        number = Decimal(value)
        return format(number, "f") if number.is_finite() and abs(number.adjusted()) <= MAX_EXPONENT else str(number)
    return str(value) if value is not None and not isinstance(value, bool) else value


class FieldType:
    """One kind of field. An instance holds no state: everything it needs is in the `Field` that it is given."""

    type: ClassVar[str]
    kind: ClassVar[Kind] = Kind.ANY
    """What it is in a formula."""
    options: ClassVar[dict[str, Any]] = {}
    """JSON Schemas of its options by name."""
    needs: ClassVar[tuple[str, ...]] = ()
    """Options that must be given."""
    may_be_unique: ClassVar[bool] = False
    may_be_indexed: ClassVar[bool] = False
    may_be_column: ClassVar[bool] = True
    computed: ClassVar[bool] = False
    """The server makes its value; whatever the client sends for it is ignored."""
    refers_to: ClassVar[str] = ""
    """`member` or `department`: whose ids the value holds."""

    def problems(self, field: Field) -> Iterator[Fault]:
        """What the options' schema cannot say about them."""
        del field
        return iter(())

    def schema(self, field: Field) -> dict[str, Any]:
        """JSON Schema of a value, without title and description."""
        raise NotImplementedError

    def canonical(self, field: Field, value: Any) -> Any:
        """The one form in which a value is stored; the same again for its own answer. Raises Fault."""
        raise NotImplementedError

    def comparable(self, field: Field, value: Any) -> Hashable:
        """Equal for two ways of writing the same value, whether or not the field would take it today."""
        del field
        return frozen(value)

    def tolerating(self, field: Field, stored: Any) -> Field:
        """The field as it judges a change to `stored`: parts that were there already may stay."""
        del stored
        return field

    def sort_key(self, field: Field, value: Any) -> str:
        """Text that sorts as the canonical values do; for types that may be indexed or unique. It may be cut."""
        raise NotImplementedError

    def whole_key(self, field: Field, value: Any) -> str:
        """As `sort_key` and never cut: equal for equal values only, so it is what filters compare."""
        return self.sort_key(field, value)

    def text(self, field: Field, value: Any, locale: Locale) -> str:
        """The value in a title or a card."""
        del field, locale
        return str(value)

    def operand(self, field: Field, value: Any, zone: tzinfo) -> Value:
        """The canonical value as a formula sees it; a moment is its day in the company's zone."""
        del field, value, zone
        return None

    def formula_kind(self, field: Field) -> Kind:
        del field
        return self.kind

    def storage_type(self, field: Field) -> str:
        """What must not change while a field keeps its id, because old values would change their meaning."""
        del field
        return self.type
