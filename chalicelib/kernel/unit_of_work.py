"""The unit of work: who acts, when, what was read, and what will be written, in one transaction, or not at all.

Every use case takes a `UnitOfWork` first. Stores *record* changes on it; only the edge (endpoint, consumer, step)
commits it, once, together with the idempotency row that holds the answer. So an operation that dies has written
nothing, one that is repeated finds its answer, and one that lost a race is run again with a fresh `UnitOfWork`
(docs/adr/0002).

What was written is read back by key, not in lists. A transaction holds `ROWS` rows; they are counted as they are
written, and writes that may come later are declared with `defer` (docs/adr/0018).
"""

import logging
from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Context, Decimal
from enum import Enum
from types import MappingProxyType
from typing import Any, ClassVar, NamedTuple, TypeVar

from .actor import Actor
from .clock import to_text
from .errors import BanliError, TooLarge
from .events import Envelope, Event
from .ids import new_id, new_ordered_id

logger = logging.getLogger("banli")

T = TypeVar("T")

ROWS = 100
"""Of one transaction, with its events: what DynamoDB takes."""

OUTBOX = "outbox"
OUTBOX_KEEPS = timedelta(days=30)
"""Published events leave at once; this only bounds what a broken relay could pile up."""


NO_ATTRIBUTES: Mapping[str, str] = MappingProxyType({})
NO_AMOUNTS: Mapping[str, Decimal] = MappingProxyType({})

NEVER = 0
"""`expires_at=NEVER` takes back an expiry: what was in the recycle bin stays again."""


_ZERO = Decimal(0)
_EXACT = Context(prec=80)
"""Amounts are summed exactly: the ambient context would round a long one."""


class Key(NamedTuple):
    """`partition` without the tenant prefix (the table adds it) and `sort`. Neither holds raw user text."""

    partition: str
    sort: str


class Row(NamedTuple):
    """One stored item: JSON `doc`, and the `version` that a later change must still find."""

    key: Key
    kind: str
    doc: dict[str, Any]
    version: int
    operation_id: str = ""
    expires_at: int | None = None
    amounts: Mapping[str, Decimal] = NO_AMOUNTS
    """What `add` adds to; it stands beside the document."""


class TooManyRows(TooLarge):
    """A use case writes more than one transaction holds. `kinds` counts the rows of each kind, for whoever mends it."""

    def __init__(self, kinds: Mapping[str, int]) -> None:
        super().__init__(limit=ROWS, unit="rows")
        self.kinds = dict(kinds)
        self.add_note(", ".join(f"{count} {kind}" for kind, count in Counter(self.kinds).most_common()))


class WrittenTwice(Exception):
    """A use case writes a row twice without saying so (`amend`): one of the two does not know of the other."""


class Expect(Enum):
    ABSENT = "absent"
    VERSION = "version"
    ANY = "any"
    PRESENT = "present"
    AT_MOST = "at most"


class Change(NamedTuple):
    """One item of the transaction. `doc` None deletes, or only checks when `check_only`.

    `refusal` is the domain's answer if the expectation fails ("this number is taken"); without one the operation
    lost a race and is run again. `attributes` stand beside the document, for readers of the table's stream.

    `amounts` are those of a new row; of AT_MOST what is added to those of a row that must be there, and `most` what an
    amount may come to by it (`UnitOfWork.add`).
    """

    tenant_id: str
    key: Key
    kind: str
    expect: Expect
    version: int = 0
    doc: dict[str, Any] | None = None
    expires_at: int | None = None
    check_only: bool = False
    refusal: BanliError | None = None
    attributes: Mapping[str, str] = NO_ATTRIBUTES
    amounts: Mapping[str, Decimal] = NO_AMOUNTS
    most: Mapping[str, Decimal] = NO_AMOUNTS

    @property
    def adds(self) -> bool:
        return self.expect is Expect.AT_MOST


class Deferral(NamedTuple):
    """See `UnitOfWork.defer`."""

    items: Sequence[Any]
    write: Callable[[Any], None]
    later: Callable[[Sequence[Any]], Event]


@dataclass(slots=True)
class UnitOfWork:
    """See the module. `operation_id` marks every row written: an uncertain commit is recognised as our own by it."""

    actor: Actor
    now: datetime
    operation_id: str = field(default_factory=new_id)
    causation_id: str = ""
    depth: int = 0
    events: list[Envelope] = field(default_factory=list)
    read: dict[tuple[str, Key], Row | None] = field(default_factory=dict)
    after_commit: list[Callable[[], None]] = field(default_factory=list)
    """Hints only (a doorbell, a cache refresh): each must be harmless to lose."""
    request_cache: dict[Any, Any] = field(default_factory=dict)
    """See `memoize`: the same in every run of one request."""
    at: str = field(init=False)
    """`now`, as it is written."""
    _written: dict[tuple[str, Key], Change] = field(default_factory=dict, init=False)
    _deferred: list[Deferral] = field(default_factory=list, init=False)
    strict: ClassVar[bool] = False
    """Whether a row written twice is an error; in service the later write counts, and the log tells."""

    def __post_init__(self) -> None:
        self.at = to_text(self.now)

    def act_as(self, actor: Actor) -> None:
        """From here on somebody else acts: sign-up becomes the first administrator of the tenant that it opens."""
        self.actor = actor

    def memoize(self, what: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives for `what`, made once however often a lost race makes the request run again.

        For what is slow and a function of `what` alone: a password's hash takes longer than all the rest of a sign-in,
        and whoever hashes again while others commit will lose again.
        """
        if what not in self.request_cache:
            self.request_cache[what] = make()
        made: T = self.request_cache[what]
        return made

    # -- what is written so far

    @property
    def changes(self) -> list[Change]:
        """In the order written; one a key."""
        return list(self._written.values())

    @property
    def rows(self) -> int:
        """Of the transaction so far, events included."""
        return len(self._written) + len(self.events)

    def written(self, tenant_id: str, key: Key) -> tuple[bool, Row | None]:
        """Whether this work writes the row, and as what; None if it drops it. Its version is the one before."""
        change = self._written.get((tenant_id, key))
        if change is None or change.check_only or change.adds:
            return False, None
        if change.doc is None:
            return True, None
        return True, Row(
            key, change.kind, change.doc, change.version, self.operation_id, change.expires_at, change.amounts
        )

    def added(self, tenant_id: str, row: Row | None) -> Row | None:
        """A row of the table with what this work adds to it."""
        change = self._written.get((tenant_id, row.key)) if row else None
        return row._replace(amounts=_sums(row.amounts, change.amounts)) if row and change and change.adds else row

    # -- writing

    def create(
        self,
        key: Key,
        kind: str,
        doc: dict[str, Any],
        *,
        expires_at: int | None = None,
        refusal: BanliError | None = None,
        tenant_id: str | None = None,
        attributes: Mapping[str, str] = NO_ATTRIBUTES,
        amounts: Mapping[str, Decimal] = NO_AMOUNTS,
        amend: bool = False,
    ) -> None:
        """A new row; refused if the key exists. `amend`: it may take the place of what this work wrote before."""
        tenant, expect = self._tenant(tenant_id), Expect.ABSENT
        change = Change(tenant, key, kind, expect, 0, doc, expires_at, False, refusal, attributes, amounts)
        self._add(change, amend=amend)

    def replace(
        self,
        row: Row,
        doc: dict[str, Any],
        *,
        expires_at: int | None = None,
        refusal: BanliError | None = None,
        tenant_id: str | None = None,
        attributes: Mapping[str, str] = NO_ATTRIBUTES,
        amend: bool = False,
    ) -> None:
        """The next version of a row that was read; refused if it changed since. It expires when it did, or NEVER.

        `amend`: it may take the place of what this work wrote before; what the table must hold stays as it was then.
        """
        kept = None if expires_at == NEVER else row.expires_at if expires_at is None else expires_at
        tenant, expect = self._tenant(tenant_id), Expect.VERSION
        self._add(
            Change(tenant, row.key, row.kind, expect, row.version, doc, kept, False, refusal, attributes), amend=amend
        )

    def remove(
        self, row: Row, *, refusal: BanliError | None = None, tenant_id: str | None = None, amend: bool = False
    ) -> None:
        tenant = self._tenant(tenant_id)
        self._add(Change(tenant, row.key, row.kind, Expect.VERSION, row.version, refusal=refusal), amend=amend)

    def add(
        self,
        row: Row,
        amounts: Mapping[str, Decimal],
        *,
        most: Mapping[str, Decimal] = NO_AMOUNTS,
        refusal: BanliError | None = None,
    ) -> None:
        """Add to the amounts of a row made with some (`create`), whatever others have added to it since it was read.

        Refused if the row is gone, or if an amount named by `most` would come to more than that by all that this work
        adds to it. A row that is added to is replaced by nobody.
        """
        tenant = self.actor.tenant_id
        self._add(Change(tenant, row.key, row.kind, Expect.AT_MOST, refusal=refusal, amounts=amounts, most=most))

    def index(
        self,
        key: Key,
        doc: dict[str, Any],
        *,
        kind: str = "index",
        expires_at: int | None = None,
        attributes: Mapping[str, str] = NO_ATTRIBUTES,
    ) -> None:
        """A derived entry (list row, to-do row): unconditional, because a versioned row of this work guards it.

        Of two entries under one key the later counts, as the row that they are derived from is written anew.
        """
        tenant = self.actor.tenant_id
        self._add(Change(tenant, key, kind, Expect.ANY, 0, doc, expires_at, attributes=attributes))

    def unindex(self, key: Key) -> None:
        self._add(Change(self.actor.tenant_id, key, "index", Expect.ANY))

    def require(self, row: Row, *, refusal: BanliError | None = None, tenant_id: str | None = None) -> None:
        """Write only if this row is still as it was read."""
        tenant, expect = self._tenant(tenant_id), Expect.VERSION
        self._add(Change(tenant, row.key, row.kind, expect, row.version, check_only=True, refusal=refusal))

    def require_absent(self, key: Key, *, kind: str, refusal: BanliError | None = None) -> None:
        """Write only if there is no row under this key."""
        self._add(Change(self.actor.tenant_id, key, kind, Expect.ABSENT, check_only=True, refusal=refusal))

    def defer(self, items: Sequence[T], write: Callable[[T], None], later: Callable[[Sequence[T]], Event]) -> None:
        """Writes that may come after this transaction, if it has no room for them: `write` writes one row for each
        item, and whoever hears the event `later` writes the rest.
        """
        if items:
            self._deferred.append(Deferral(items, write, later))

    def settle(self) -> None:
        """Decide, once everything else is written, what of the deferred writes this transaction still holds."""
        pending, self._deferred = self._deferred, []
        for place, (items, write, later) in enumerate(pending, start=1):
            room = ROWS - self.rows - (len(pending) - place)
            now = len(items) if len(items) <= room else max(room - 1, 0)
            for item in items[:now]:
                write(item)
            if now < len(items):
                self.emit(later(items[now:]))

    # -- telling

    def emit(self, event: Event) -> Envelope:
        """Put an event into the outbox of this work; it leaves for the bus once the work is committed."""
        envelope = Envelope(
            id=new_ordered_id(self.now),
            type=event.type,
            version=event.version,
            tenant_id=self.actor.tenant_id,
            actor_id=self.actor.member_id,
            occurred_at=self.at,
            correlation_id=self.actor.correlation_id,
            causation_id=self.causation_id,
            depth=self.depth,
            subject=event.subject,
            data=event.data,
        )
        self.events.append(envelope)
        self._count()
        return envelope

    def _tenant(self, tenant_id: str | None) -> str:
        return tenant_id or self.actor.tenant_id

    def _add(self, change: Change, *, amend: bool = False) -> None:
        """One change a key: a transaction refuses two. A write beats a check."""
        place = (change.tenant_id, change.key)
        earlier = self._written.get(place)
        if earlier is not None:
            if change.check_only:
                return
            if not earlier.check_only:
                change = self._instead(earlier, change, amend=amend)
            del self._written[place]
        self._written[place] = change
        self._count()

    def _instead(self, earlier: Change, change: Change, *, amend: bool) -> Change:
        if change.adds and (earlier.adds or earlier.doc is not None):
            most = {**earlier.most, **change.most} if earlier.adds else earlier.most
            sums = _sums(earlier.amounts, change.amounts)
            return earlier._replace(amounts=sums, most=most, refusal=change.refusal or earlier.refusal)
        if Expect.ANY in (earlier.expect, change.expect):
            return change
        if not amend:
            if self.strict:
                raise WrittenTwice(f"{change.kind} {change.key}")
            logger.error("row written twice", extra={"kind": change.kind})
        return change._replace(
            expect=earlier.expect, version=earlier.version, refusal=change.refusal or earlier.refusal
        )

    def _count(self) -> None:
        """Refused as soon as it is too much, by whoever writes the row too many. Raises TooManyRows."""
        if self.rows > ROWS:
            kinds = Counter(each.kind for each in self._written.values())
            raise TooManyRows(kinds + Counter({OUTBOX: len(self.events)}))


def _sums(one: Mapping[str, Decimal], other: Mapping[str, Decimal]) -> dict[str, Decimal]:
    return {name: _EXACT.add(one.get(name, _ZERO), other.get(name, _ZERO)) for name in {**one, **other}}
