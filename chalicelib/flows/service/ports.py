"""What the services need of the world. `store.py`, the lower contexts and `aws` stand behind it; fakes in tests."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from ...directory.org import Org
from ...forms.api import Form, Record, Rights
from ...kernel.page import Page
from ...kernel.unit_of_work import Row, UnitOfWork
from ..domain import Flow, Version
from ..engine import Run


@dataclass(frozen=True, slots=True)
class LoadedRun:
    """A run as it was read; `row` None before it is first saved."""

    run: Run
    row: Row | None = None


@dataclass(frozen=True, slots=True)
class ExecutionState:
    """Which execution of a run counts: the one at work, or the next. `waits` for one that an earlier release started
    and let wait for a signal: it looks once a day, and is overtaken.
    """

    execution_epoch: int = 1
    waits: bool = False
    row: Row | None = None


@dataclass(frozen=True, slots=True)
class Watched:
    """A share of the runs that are watched. `whole` is False for a company whose older runs have not been entered; it
    is told with the first share only.
    """

    run_ids: tuple[str, ...]
    more: bool
    whole: bool = True


class FlowStore(Protocol):
    def get(self, work: UnitOfWork, flow_id: str) -> Flow | None: ...
    def save(self, work: UnitOfWork, flow: Flow) -> None: ...
    def taken_keys(self, work: UnitOfWork, keys: Collection[str]) -> set[str]: ...
    def take_key(self, work: UnitOfWork, key: str, flow_id: str) -> None: ...
    def listed(self, work: UnitOfWork, limit: int, cursor: str | None) -> Page[dict[str, Any]]: ...

    def every(self, work: UnitOfWork) -> Iterator[tuple[Flow, Version | None]]:
        """All flows with the newest version that was published of each, newest flow first."""
        ...

    def version(self, work: UnitOfWork, flow_id: str, number: int) -> Version | None: ...
    def add_version(self, work: UnitOfWork, version: Version) -> None: ...
    def versions(self, work: UnitOfWork, flow_id: str, limit: int, cursor: str | None) -> Page[Version]: ...


class RunStore(Protocol):
    def get(self, work: UnitOfWork, run_id: str) -> LoadedRun | None: ...
    def first(self, work: UnitOfWork, record_id: str) -> LoadedRun | None: ...
    def save(self, work: UnitOfWork, loaded: LoadedRun, run: Run) -> None: ...
    def append_trail(self, work: UnitOfWork, run_id: str, first: int, entries: Iterable[Mapping[str, Any]]) -> None: ...

    def trail(self, work: UnitOfWork, run_id: str, limit: int, cursor: str | None) -> Page[list[dict[str, Any]]]:
        """Acts in order; an act is the entries that one command said."""
        ...

    def last_acts(self, work: UnitOfWork, run_id: str, limit: int) -> list[list[dict[str, Any]]]:
        """The newest first."""
        ...

    def repeat(self, work: UnitOfWork, record_id: str, run_id: str) -> None:
        """Note that the record went into a further run."""
        ...

    def repeats(self, work: UnitOfWork, record_id: str) -> list[str]:
        """Ids of the runs that followed the record's first one, newest first."""
        ...

    def of_record(
        self, work: UnitOfWork, record_id: str, seen: Callable[[LoadedRun], bool], limit: int, cursor: str | None
    ) -> Page[LoadedRun]:
        """The runs of a record that `seen` lets through, newest first; nothing in the page depends on the others."""
        ...

    def execution_state(self, work: UnitOfWork, run_id: str) -> ExecutionState: ...
    def save_execution_state(self, work: UnitOfWork, run_id: str, before: ExecutionState, epoch: int) -> None: ...

    def watched(self, work: UnitOfWork, after: str, limit: int) -> Watched:
        """Runs behind which an execution has to stand, those with greater ids than `after`."""
        ...

    def watch(self, work: UnitOfWork, run_ids: Iterable[str]) -> None: ...
    def unwatch(self, work: UnitOfWork, run_id: str) -> None: ...

    def require(self, work: UnitOfWork, loaded: LoadedRun) -> None:
        """Write only if the run is still as it was read."""
        ...


class ListStore(Protocol):
    """The four lists of a member. Each entry stands in the whole list and in that of its form."""

    def show(self, work: UnitOfWork, kind: str, member_id: str, sort: str, *, card: Mapping[str, Any]) -> None: ...
    def hide(self, work: UnitOfWork, kind: str, member_id: str, sort: str, *, form_id: str) -> None: ...

    def page(
        self, work: UnitOfWork, kind: str, member_id: str, form_id: str, *, limit: int, cursor: str | None
    ) -> Page[dict[str, Any]]: ...


class Forms(Protocol):
    """`forms.api`."""

    def read_form(self, work: UnitOfWork, form_id: str) -> Form: ...
    def may_submit(self, work: UnitOfWork, form: Form) -> bool: ...
    def bind_flow(self, work: UnitOfWork, form_id: str, flow_id: str) -> None: ...
    def reads_all(self, work: UnitOfWork, form_id: str) -> bool: ...
    def validate_values(
        self, work: UnitOfWork, form: Form, values: dict[str, Any], before: Record | None = ...
    ) -> dict[str, Any]: ...
    def create_record(self, work: UnitOfWork, form_id: str, values: dict[str, Any], state: str = ...) -> Record: ...
    def get_record(self, work: UnitOfWork, record_id: str) -> Record: ...
    def renew_record(self, work: UnitOfWork, record: Record) -> Record: ...
    def read_record(self, work: UnitOfWork, record_id: str) -> Record: ...
    def rights_to_copy(self, work: UnitOfWork, form_id: str, owner_id: str, member_id: str) -> Rights: ...
    def load_forms(self, work: UnitOfWork, form_ids: Collection[str]) -> None: ...
    def set_state(self, work: UnitOfWork, record: Record, state: str, *, locked: bool) -> Record: ...
    def share(self, work: UnitOfWork, record: Record, member_ids: Iterable[str]) -> None: ...
    def values_at(self, work: UnitOfWork, record: Record, moment: str) -> dict[str, Any]: ...
    def differences(self, before: Mapping[str, Any], after: Mapping[str, Any]) -> list[dict[str, Any]]: ...


class Directory(Protocol):
    """`directory.api`."""

    def org(self, work: UnitOfWork) -> Org: ...
    def hold_org(self, work: UnitOfWork) -> None: ...
    def tick_step(self, work: UnitOfWork, step: str) -> None: ...


class Audit(Protocol):
    """`tenancy.api.audit`."""

    def __call__(
        self,
        work: UnitOfWork,
        action: str,
        target_kind: str,
        target_id: str,
        *,
        before: dict[str, Any] | None = ...,
        after: dict[str, Any] | None = ...,
    ) -> None: ...


class Executions(Protocol):
    """`aws.executions`."""

    def start(self, name: str, payload: dict[str, Any]) -> bool: ...
    def status(self, name: str) -> str: ...
