"""What keeps a form's balances from being published, each fault with its path."""

from collections.abc import Iterator, Mapping

from ....conditions import reader
from ....kernel.errors import FieldError
from ....kernel.money import parse_decimal
from ..definition import Definition, every_field
from ..evaluation_order import dependents
from ..fields import Field, type_of
from ..lookup_options import LIVE
from .contribution import AllFields
from .figures import CEILING, ZERO
from .setting import BY_CREATION, RELEASE, Balance

RECORD = "record"
DECIMAL = "decimal"
_DAYS = ("date", "datetime")


def own_faults(definition: Definition) -> Iterator[FieldError]:
    """What the form says by itself."""
    seen: set[str] = set()
    for index, balance in enumerate(definition.balances):
        path = f"/balances/{index}"
        if balance.id in seen:
            yield FieldError.of(f"{path}/id", "duplicate_id", id=balance.id)
        seen.add(balance.id)
        yield from _fields(definition, balance, path)
        yield from _condition(definition, balance, path)
        if balance.moves.in_approval == RELEASE != balance.moves.approved:
            yield FieldError.of(f"{path}/moves/in_approval", "balance_late")


def _fields(definition: Definition, balance: Balance, path: str) -> Iterator[FieldError]:
    link = definition.by_id.get(balance.on)
    if link is None or not is_single_link(link):
        yield FieldError.of(f"{path}/on", "balance_link")
    if not is_number(definition.by_id.get(balance.amount)):
        yield FieldError.of(f"{path}/amount", "balance_amount")
    elif balance.amount in moving_by_itself(definition):
        yield FieldError.of(f"{path}/amount", "balance_amount_moves")
    if bool(balance.limit) == bool(balance.fixed) or (balance.fixed and not _is_limit(balance.fixed)):
        yield FieldError.of(f"{path}/limit", "balance_limit")
    if balance.period and balance.period.by != BY_CREATION:
        field = definition.by_id.get(balance.period.by)
        if field is None or type_of(field).compare_kind(field) not in _DAYS:
            yield FieldError.of(f"{path}/period/by", "balance_day")


def moving_by_itself(definition: Definition) -> frozenset[str]:
    """Fields whose value changes without anybody saving the record: with the day, with records that it links to, or
    with those that link to it. What a record takes must change with the record alone, because that can be refused.
    """
    live = frozenset(
        path for path, field in every_field(definition.fields) if type_of(field).pulls and field.options["mode"] == LIVE
    )
    found = live | definition.volatile | definition.beside
    return found | dependents(definition.plan, found)


def _is_limit(text: str) -> bool:
    try:
        return ZERO <= parse_decimal(text) <= CEILING
    except ValueError:
        return False


def _condition(definition: Definition, balance: Balance, path: str) -> Iterator[FieldError]:
    if balance.when is None:
        return
    fields = AllFields(definition)
    reader.read(balance.when, fields, f"{path}/when")
    yield from fields.faults
    if any(_is_dynamic(leaf.get("value")) for leaf in reader.leaves(balance.when)):
        yield FieldError.of(f"{path}/when", "balance_condition")


def _is_dynamic(value: object) -> bool:
    """Relative to today or to who asks: what a record takes would change without an event of it."""
    return isinstance(value, Mapping) or (isinstance(value, list) and any(isinstance(each, Mapping) for each in value))


def limit_faults(definition: Definition, form_id: str, target: Definition) -> Iterator[FieldError]:
    """What a form that a link leads to lacks. `form_id` is its id."""
    for index, balance in enumerate(definition.balances):
        link = definition.by_id.get(balance.on)
        if not balance.limit or link is None or form_id not in link.options.get("forms", ()):
            continue
        path, limit = f"/balances/{index}/limit/field", target.by_id.get(balance.limit)
        if limit is None or not is_number(limit):
            yield FieldError.of(path, "balance_limit_field")
            continue
        one, other = currency_of(limit), currency_of(definition.by_id.get(balance.amount))
        if one and other and one != other:
            yield FieldError.of(path, "balance_currency", limit=one, amount=other)


def lost_limits(definition: Definition, path: str, others: Definition) -> Iterator[tuple[Balance, str]]:
    """(balance, field) for each field that the balances of another form need as a limit and this one does not have;
    `path` is the link by which the other leads here.
    """
    for balance in others.balances:
        if balance.on == path and balance.limit and not is_number(definition.by_id.get(balance.limit)):
            yield balance, balance.limit


def is_single_link(field: Field) -> bool:
    return type_of(field).refers_to == RECORD and not field.options.get("multiple")


def is_number(field: Field | None) -> bool:
    """Whether it is a number that the record itself holds, so that its version says whether that has changed."""
    return field is not None and type_of(field).compare_kind(field) == DECIMAL and not type_of(field).kept_beside


def currency_of(field: Field | None) -> str:
    return type_of(field).currency(field) if field else ""
