"""What every field type answers about its fields, so that nobody else has to know which types there are.

The class attributes are what a type is for every field; the methods depend on the field's options. Each has the answer
of most types, so that a new type says only what is different about it.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from datetime import tzinfo
from decimal import Decimal
from typing import Any, ClassVar

from ....kernel.errors import FieldError
from ..cell_formats import TEXT, CellValue
from ..formula import Kind, Value
from ..labels import Label
from ..link_options import RECORD
from ..normal_form import unique_forms
from ._cells import Cell, CellReading
from ._field import Fault, Field, Locale, Moment, Reader, frozen

__all__ = ["Beside", "Cell", "CellReading", "Fault", "Field", "FieldType", "Locale", "Moment", "Reader", "frozen"]

Beside = Mapping[str, Mapping[str, Any]]
OPAQUE = "opaque"
"""Of `compare`: only "is it empty?" can be asked."""


class FieldType:
    """One kind of field. An instance holds no state: everything it needs is in the `Field` that it is given."""

    type: ClassVar[str]
    """How definitions name it."""
    words: ClassVar[Label]
    """How messages name it, in each language."""
    kind: ClassVar[Kind] = Kind.ANY
    """What it is in a formula."""
    compare: ClassVar[str] = OPAQUE
    """As what a condition compares its values: a kind of the condition language."""
    sql: ClassVar[str] = "VARCHAR"
    """Its column in DuckDB."""

    # Its settings
    options: ClassVar[dict[str, Any]] = {}
    """JSON Schemas of its options by name. `x-name` is what messages call an option that they have no word for."""
    needs: ClassVar[tuple[str, ...]] = ()
    """Options that must be given."""
    malformed_limit: ClassVar[str] = "not_a_date"
    """Code for a `min` or `max` that is not written as its values are."""
    stand_in: ClassVar[str] = "text"
    """A type without needs of its own that formulas take for the same."""

    # What a form may do with it
    may_be_field: ClassVar[bool] = True
    """False for what only a formula can result in."""
    may_be_result: ClassVar[bool] = False
    """Whether a formula may result in it; its stored values are then those of this type."""
    may_be_unique: ClassVar[bool] = False
    may_be_indexed: ClassVar[bool] = False
    may_be_column: ClassVar[bool] = True
    may_be_listed: ClassVar[bool] = True
    may_be_in_title: ClassVar[bool] = True
    may_have_default: ClassVar[bool] = True
    may_repeat: ClassVar[bool] = True
    """Whether a form may have several fields of it."""
    in_serials: ClassVar[bool] = False
    """Whether a serial number may say its value (`segment`)."""
    in_formulas: ClassVar[bool] = True
    """Whether a formula may read its value by the field's name."""
    filled_by_formula: ClassVar[bool] = False
    """Whether a rule may fill it in with what a formula of its `formula_kind` results in (`from_value`)."""
    listed_by_default: ClassVar[bool] = True
    """Whether a list shows it if the form does not say what lists show."""
    titles_by_default: ClassVar[bool] = False
    """Whether the first such value is the title of a record if the form does not say how records are called."""

    # What its values are
    computed: ClassVar[bool] = False
    """The server makes its value; whatever the client sends for it is ignored."""
    kept_beside: ClassVar[bool] = False
    """Its value stands in a row beside the record, which other records change; the record's version does not move."""
    has_expression: ClassVar[bool] = False
    """Its value is what `options["expression"]` computes."""
    pulls: ClassVar[bool] = False
    """Its value is that of the field `options["from"]` of the record that the field `options["link"]` names."""
    numbers_records: ClassVar[bool] = False
    """Its value is counted when a record is made."""
    holds_rows: ClassVar[bool] = False
    holds_files: ClassVar[bool] = False
    has_stages: ClassVar[bool] = False
    """Its value says where the record stands in a process: the server gives the first one, and a move the next."""
    refers_to: ClassVar[str] = ""
    """`member`, `department` or `record`: whose ids the value holds."""
    takes_cells: ClassVar[bool] = True
    """Whether an import may fill it from a cell of a spreadsheet, if it is not computed."""
    takes_any_column: ClassVar[bool] = False
    """Whether any column of a spreadsheet may be made a field of it, with `column_options`."""
    column_options: ClassVar[dict[str, Any]] = {}
    dynamic_default: ClassVar[str] = ""
    """A default that is made when a record is: `@today`, `@me`."""

    # -- settings

    def options_schema(self) -> dict[str, Any]:
        """JSON Schema of the settings of a published field, without the columns of one that holds rows."""
        return {
            "type": "object",
            "properties": self.options,
            "required": list(self.needs),
            "additionalProperties": False,
        }

    def problems(self, field: Field) -> Iterator[Fault]:
        """What the options' schema cannot say about them."""
        del field
        return iter(())

    def problems_beside(self, field: Field, fields: Sequence[Field]) -> Iterator[Fault]:
        """What is wrong with its settings among all `fields` of the form; asked if nothing else is."""
        del field, fields
        return iter(())

    def result_problems(self, field: Field) -> Iterator[Fault]:
        """What is wrong with the settings of a formula that results in this type."""
        if "decimals" in field.options:
            most = self.options.get("decimals", {}).get("maximum")
            if most is None:
                yield Fault("decimals_without_number", "/options/decimals")
            elif field.options["decimals"] > most:
                yield Fault("schema_maximum", "/options/decimals", expected=str(most))

    def meant(self, field: Field) -> Field:
        """The field whose values these are: the source, under the id and name of a field that pulls it through."""
        return field

    def may_be_pulled(self) -> bool:
        """Whether another form may copy its values (`lookup`): what is one value in the record, and names no record."""
        return self.in_formulas and not (self.holds_rows or self.holds_files or self.refers_to == RECORD)

    def as_source(self, field: Field) -> dict[str, Any]:
        """`{"type", "options"}`: what a form that pulls its values through keeps of it."""
        return {"type": self.type, "options": dict(field.options)}

    def stand_in_for(self, doc: Mapping[str, Any]) -> dict[str, Any]:
        """For an unfinished field: one that can be read, and that formulas take for the same."""
        return {**doc, "type": self.stand_in, "options": {}}

    def storage_type(self, field: Field) -> str:
        """What must not change while a field keeps its id, because old values would change their meaning."""
        del field
        return self.type

    def offered(self, field: Field) -> list[Any]:
        """The choices that it offers, `{"value", "name"?, "color"?}`; what it offers no more becomes `retired`."""
        del field
        return []

    def matched_as(self, field: Field) -> tuple[str, ...]:
        """The normal forms (`normalisers`) in which duplicate rules may compare its values; of most types none."""
        del field
        return ()

    def named_by_default(self, default: Any) -> Iterator[str]:
        """Ids that a default, as a definition has it, names; of what `refers_to` says."""
        del default
        return iter(())

    def audiences(self, options: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Roles, departments and members that its options name, with the path of each below the options; of a draft,
        too, whose options may be unfinished.
        """
        del options
        return iter(())

    def names_beside(self, options: Mapping[str, Any]) -> Iterator[str]:
        """Fields of the same form that its options name, by id or path; of a draft, too, as the next two."""
        del options
        return iter(())

    def names_of(self, options: Mapping[str, Any], form_id: str, beside: Beside) -> Iterator[str]:
        """Fields of the form `form_id` that its options name; `beside` are the options of fields of its own form."""
        del options, form_id, beside
        return iter(())

    def copied(self, options: Mapping[str, Any], former: str, form_id: str) -> dict[str, Any]:
        """Its options in `form_id`, a copy of the form `former`: what named that form names the copy."""
        del former, form_id
        return dict(options)

    # -- values

    def schema(self, field: Field) -> dict[str, Any]:
        """JSON Schema of a value, without title and description."""
        raise NotImplementedError

    def canonical(self, field: Field, value: Any) -> Any:
        """The one form in which a value is stored; the same again for its own answer. Raises Fault."""
        raise NotImplementedError

    def from_cell(self, field: Field, cell: Cell, reading: CellReading) -> Any:
        """What a cell of a spreadsheet means, to be made canonical. Raises Fault."""
        del field
        return cell.plain(reading.language)

    def made_default(self, field: Field, moment: Moment) -> Any:
        """The value of a new record that does not mention the field; asked only if the field has a default."""
        del moment
        return field.default

    def comparable(self, field: Field, value: Any) -> Hashable:
        """Equal for two ways of writing the same value, whether or not the field would take it today."""
        del field
        return frozen(value)

    def tolerating(self, field: Field, stored: Any) -> Field:
        """The field as it judges a change to `stored`: parts that were there already may stay."""
        del stored
        return field

    def file_faults(self, field: Field, name: str, content_type: str, size: int) -> Iterator[FieldError]:
        """What is wrong with a file for this field, paths /name, /content_type, /size; for types that hold files."""
        del field, name, content_type, size
        return iter(())

    # -- finding and comparing

    def compare_kind(self, field: Field) -> str:
        """As what a condition compares this field's values."""
        del field
        return self.compare

    def unlimited(self, field: Field) -> Field:
        """The field without what only limits input: a filter may ask for whatever the field ever could hold."""
        return Field(field.id, field.type, field.name)

    def unlimited_result(self, field: Field) -> Field:
        """The same of a formula that results in this type."""
        return Field(field.id, self.type, field.name)

    def filtered(self, field: Field, unlimited: Field, value: Any) -> Any:
        """What a filter compares `field` with, canonical for `unlimited`, which is of this type. Raises Fault."""
        del field
        return self.canonical(unlimited, value)

    def sql_type(self, field: Field) -> str:
        """The type of its column in DuckDB; "" if it has none, as rows, which are a table by themselves."""
        del field
        return self.sql

    def sort_key(self, field: Field, value: Any) -> str:
        """Text that sorts as the canonical values do; for types that may be indexed or unique. It may be cut."""
        raise NotImplementedError

    def whole_key(self, field: Field, value: Any) -> str:
        """As `sort_key` and never cut: equal for equal values only, so it is what filters compare."""
        return self.sort_key(field, value)

    def unique_keys(self, field: Field, value: Any) -> tuple[str, ...]:
        """Texts of which no two records may have one in common, for types that may be unique."""
        del field
        return unique_forms(str(value))

    def tokens(self, field: Field, value: Any, locale: Locale) -> Iterator[str]:
        """Texts in which a search looks; names of people and departments are looked up by who searches."""
        if not isinstance(value, list):
            yield str(value)
        yield self.text(field, value, locale)

    def figure(self, field: Field, number: Decimal) -> str:
        """A sum of its values, exact; for types that compare as decimals."""
        del field
        return format(number, "f")

    # -- showing

    def text(self, field: Field, value: Any, locale: Locale) -> str:
        """The value in a title or a card."""
        del field, locale
        return str(value)

    def segment(self, field: Field, value: Any) -> str:
        """The value in a serial number, for types that are `in_serials`."""
        del field
        return str(value)

    def shown_type(self, field: Field) -> str:
        """The type whose words a card uses; of a formula that of its result."""
        del field
        return self.type

    def summary_rank(self, field: Field) -> int:
        """How early a card shows it if the flow does not say what cards show, 1 first; 0: not by itself."""
        del field
        return 0

    def summary_value(self, field: Field, value: Any) -> Any:
        """The value as a card keeps it, so that it can be told without the form."""
        del field
        return value

    def in_language(self, value: Any, language: str) -> Any:
        """What a card keeps (`summary_value`), for a reader of that language."""
        del language
        return value

    def wording(self, entry: Mapping[str, Any], value: Any, reader: Reader) -> str:
        """What a card keeps, in a mail. `entry` is the card's, with `currency` and `decimals` where there are some."""
        items = value if isinstance(value, list | tuple) else [value]
        return reader.joined([self.word(entry, item, reader) for item in items if item not in (None, "")])

    def word(self, entry: Mapping[str, Any], item: Any, reader: Reader) -> str:
        """One item of `wording`."""
        del entry, reader
        return str(item)

    def cell(self, field: Field, value: Any, reader: Reader) -> CellValue:
        """The value in a spreadsheet. `reader` names records, too, by the type `link`."""
        return self.text(field, value, reader)

    def cell_format(self, field: Field) -> str:
        """How a spreadsheet shows the cells."""
        del field
        return TEXT

    # -- formulas

    def formula_kind(self, field: Field) -> Kind:
        del field
        return self.kind

    def operand(self, field: Field, value: Any, zone: tzinfo) -> Value:
        """The canonical value as a formula sees it; a moment is its day in the company's zone."""
        del field, value, zone
        return None

    def filtered_result(self, value: Any) -> Any:
        """What a filter compares a formula with that stays one (`unlimited_result`). Raises Fault."""
        return value

    def from_formula(self, field: Field, value: Any) -> Any:
        """The stored form of what a formula resulted in, of this type's `kind`; None for a blank. Raises FormulaError.

        `field` is the formula: its options are those that `result_problems` judges.
        """
        del field
        return value

    def from_value(self, field: Field, value: Any) -> Any:
        """What a formula resulted in, of its `formula_kind`, as somebody would send it; never a blank."""
        del field
        return str(value)

    def currency(self, field: Field) -> str:
        """The currency of its amounts; "" if they are none."""
        del field
        return ""

    def keeps_unit(self, field: Field) -> bool:
        """Whether a formula that results in it carries the currency of what it reads on to whoever reads it."""
        del field
        return False
