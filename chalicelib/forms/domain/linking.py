"""Which fields of a form link to records, which records a record is linked to, and which forms link to a form."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .cells import cells
from .definition import Definition
from .fields import Field, type_of
from .labels import Label
from .link_options import RECORD, REFUSE
from .stored import Values


@dataclass(frozen=True, slots=True)
class Link:
    """`path` is `customer`, or `lines.product` of a column; `lines` the field that holds the rows, "" of a field."""

    path: str
    field: Field
    lines: str
    forms: tuple[str, ...]
    multiple: bool

    @property
    def on_delete(self) -> str:
        return str(self.field.options.get("on_delete") or REFUSE)


@dataclass(frozen=True, slots=True)
class Inbound:
    """A link of the form `form_id` to the form that was asked about; `name` is the label of its field."""

    form_id: str
    path: str
    name: Label
    on_delete: str = REFUSE
    multiple: bool = False


def links_of(definition: Definition) -> tuple[Link, ...]:
    """In the order of the form."""
    return tuple(_links(definition.fields, ""))


def _links(fields: tuple[Field, ...], lines: str) -> Iterator[Link]:
    for field in fields:
        if type_of(field).refers_to == RECORD:
            path = f"{lines}.{field.id}" if lines else field.id
            options = field.options
            yield Link(path, field, lines, tuple(options.get("forms", ())), bool(options.get("multiple")))
        if field.columns:
            yield from _links(field.columns, field.id)


def linked(definition: Definition, values: Values) -> Iterator[tuple[str, Link, str]]:
    """(path of the id, link, record id) of every record that the values name. Paths are `/values/customer`,
    `/values/customers/1` of several, `/values/lines/2/product` of a column.
    """
    known = {id(link.field): link for link in links_of(definition)}
    if not known:
        return
    for path, field, value in cells(definition, values):
        link = known.get(id(field))
        if link is not None:
            several = isinstance(value, list)
            for index, record_id in enumerate(value if several else [value]):
                yield f"{path}/{index}" if several else path, link, record_id


def own_fields(definition: Definition, link: Link) -> dict[str, Field]:
    """The fields whose values the link's condition may use: the form's, and of a column those of its row first."""
    rows = definition.by_id[link.lines].columns if link.lines else ()
    return {**definition.by_id, **{column.id: column for column in rows}}


def parents_of(definition: Definition, values: Values) -> dict[str, tuple[str, ...]]:
    """The records that a record with these values is a child of, by the path of the link; each once."""
    found: dict[str, dict[str, None]] = {}
    for _, link, record_id in linked(definition, values):
        found.setdefault(link.path, {})[record_id] = None
    return {path: tuple(ids) for path, ids in found.items()}


def inbound_of(form_id: str, definition: Definition | None) -> dict[tuple[str, str], Inbound]:
    """What the links of a form say to the forms that they lead to, by target and path."""
    if definition is None:
        return {}
    return {
        (target, link.path): Inbound(form_id, link.path, link.field.name, link.on_delete, link.multiple)
        for link in links_of(definition)
        for target in link.forms
    }


def same_parents(first: Mapping[str, Sequence[str]], second: Mapping[str, Sequence[str]]) -> bool:
    return {path: tuple(ids) for path, ids in first.items()} == {path: tuple(ids) for path, ids in second.items()}
