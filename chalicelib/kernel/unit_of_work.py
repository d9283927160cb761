"""The unit of work: who acts, when, what was read, and what will be written, in one transaction, or not at all.

Every use case takes a `UnitOfWork` first. Stores *record* changes on it; only the edge (endpoint, consumer, step)
commits it, once, together with the idempotency row that holds the answer. So an operation that dies has written
nothing, one that is repeated finds its answer, and one that lost a race is run again with a fresh `UnitOfWork`
(docs/adr/0002).
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum
from typing import Any, NamedTuple, TypeVar

from .actor import Actor
from .clock import to_text
from .errors import BanliError
from .events import Envelope, Event
from .ids import new_id, new_ordered_id

T = TypeVar("T")

OUTBOX = "outbox"
OUTBOX_KEEPS = timedelta(days=30)
"""Published events leave at once; this only bounds what a broken relay could pile up."""


NEVER = 0
"""`expires_at=NEVER` takes back an expiry: what was in the recycle bin stays again."""


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


class Expect(Enum):
    ABSENT = "absent"
    VERSION = "version"
    ANY = "any"
    PRESENT = "present"


class Change(NamedTuple):
    """One item of the transaction. `doc` None deletes, or only checks when `check_only`.

    `refusal` is the domain's answer if the expectation fails ("this number is taken"); without one the operation
    lost a race and is run again.
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


@dataclass(slots=True)
class UnitOfWork:
    """See the module. `operation_id` marks every row written: an uncertain commit is recognised as our own by it."""

    actor: Actor
    now: datetime
    operation_id: str = field(default_factory=new_id)
    causation_id: str = ""
    depth: int = 0
    changes: list[Change] = field(default_factory=list)
    events: list[Envelope] = field(default_factory=list)
    read: dict[tuple[str, Key], Row | None] = field(default_factory=dict)
    after_commit: list[Callable[[], None]] = field(default_factory=list)
    """Hints only (a doorbell, a cache refresh): each must be harmless to lose."""
    request_cache: dict[Any, Any] = field(default_factory=dict)
    """See `memoize`: the same in every run of one request."""
    at: str = field(init=False)
    """`now`, as it is written."""

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
    ) -> None:
        """A new row; refused if the key exists."""
        self._add(Change(self._tenant(tenant_id), key, kind, Expect.ABSENT, 0, doc, expires_at, refusal=refusal))

    def replace(
        self,
        row: Row,
        doc: dict[str, Any],
        *,
        expires_at: int | None = None,
        refusal: BanliError | None = None,
        tenant_id: str | None = None,
    ) -> None:
        """The next version of a row that was read; refused if it changed since. It expires when it did, or NEVER."""
        kept = None if expires_at == NEVER else row.expires_at if expires_at is None else expires_at
        self._add(
            Change(
                self._tenant(tenant_id),
                row.key,
                row.kind,
                Expect.VERSION,
                row.version,
                doc,
                kept,
                refusal=refusal,
            )
        )

    def remove(self, row: Row, *, refusal: BanliError | None = None, tenant_id: str | None = None) -> None:
        self._add(Change(self._tenant(tenant_id), row.key, row.kind, Expect.VERSION, row.version, refusal=refusal))

    def index(self, key: Key, doc: dict[str, Any], *, kind: str = "index", expires_at: int | None = None) -> None:
        """A derived entry (list row, to-do row): unconditional, because a versioned row of this work guards it."""
        self._add(Change(self.actor.tenant_id, key, kind, Expect.ANY, 0, doc, expires_at))

    def unindex(self, key: Key) -> None:
        self._add(Change(self.actor.tenant_id, key, "index", Expect.ANY))

    def require(self, row: Row, *, refusal: BanliError | None = None, tenant_id: str | None = None) -> None:
        """Write only if this row is still as it was read."""
        self._add(
            Change(
                self._tenant(tenant_id),
                row.key,
                row.kind,
                Expect.VERSION,
                row.version,
                check_only=True,
                refusal=refusal,
            )
        )

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
        return envelope

    def _tenant(self, tenant_id: str | None) -> str:
        return tenant_id or self.actor.tenant_id

    def _add(self, change: Change) -> None:
        """One change a key: a transaction refuses two. A write beats a check, a later write an earlier one."""
        same = [other for other in self.changes if (other.tenant_id, other.key) == (change.tenant_id, change.key)]
        if change.check_only and same:
            return
        self.changes = [other for other in self.changes if other not in same]
        self.changes.append(change)
