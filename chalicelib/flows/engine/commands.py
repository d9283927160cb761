"""What can be asked of a run. Who may ask is checked where it depends on the run; permissions are not known here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

APPROVE = "approve"
REJECT = "reject"


@dataclass(frozen=True, slots=True)
class Start:
    """Go from the beginning to the first node that waits. `values_hash` is what the approvers will have seen."""

    values_hash: str = ""


@dataclass(frozen=True, slots=True)
class Decide:
    """`decision` is approve or reject."""

    task: str
    by: str
    decision: str
    opinion: str = ""


@dataclass(frozen=True, slots=True)
class Receive:
    """What a visit waits for has come: the end of a timer or of a child run, a callback. `kind` and `key` are those
    that the node named when it was entered.
    """

    visit: str
    kind: str
    key: str
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Withdraw:
    by: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    by: str
    text: str


@dataclass(frozen=True, slots=True)
class Cc:
    """Keep further members informed. Inactive ones are left out."""

    by: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """A copied member has seen it."""

    by: str


@dataclass(frozen=True, slots=True)
class Handover:
    """What is open for one member becomes his successor's. `by` "" is the platform.

    `limit` is low because several runs change hands in one transaction.
    """

    from_member: str
    to_member: str
    by: str = ""
    limit: int = 2


@dataclass(frozen=True, slots=True)
class CatchUp:
    """Bring the lists up to date with the run, at most `limit` members at once.

    What is still open for people who left goes to their successors first.
    """

    limit: int


Command = Start | Decide | Receive | Withdraw | Comment | Cc | Read | Handover | CatchUp
