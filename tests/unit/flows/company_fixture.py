"""Flows on fakes: a table in memory that keeps the promises of the real one, forms with records, executions."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, timedelta
from functools import partial
from typing import Any, TypeVar, cast

from chalicelib.aws.table import TenantTable
from chalicelib.directory.org import Org
from chalicelib.flows.engine import Environment
from chalicelib.flows.events import RUN_ADVANCED
from chalicelib.flows.service.effect_writer import EffectWriter
from chalicelib.flows.service.executions import RUN_PENDING_WORK, RunExecutions
from chalicelib.flows.service.flows import Flows
from chalicelib.flows.service.handover import Handover
from chalicelib.flows.service.lists import Lists
from chalicelib.flows.service.runs import Runs, RunView
from chalicelib.flows.service.specs import Specs
from chalicelib.flows.store import FlowRepository, ListRepository, RunRepository
from chalicelib.forms.access.rights import WHOLE
from chalicelib.forms.api import Form, FormNotFound, Record, RecordNotFound, Rights
from chalicelib.forms.domain.definition import read_definition
from chalicelib.forms.domain.records import differences
from chalicelib.kernel.actor import Actor, system_actor
from chalicelib.kernel.errors import Contended
from chalicelib.kernel.ids import base_id
from chalicelib.kernel.page import Page
from chalicelib.kernel.unit_of_work import Expect, Key, Row, UnitOfWork

from .builders import NOW, ORG

TENANT = "t" * 26
T = TypeVar("T")

FORM_DOC: dict[str, Any] = {
    "name": "报价单",
    "fields": [
        {"id": "customer", "type": "text", "name": "客户"},
        {"id": "total", "type": "money", "name": "总额", "options": {"currency": "CNY"}},
        {"id": "line", "type": "choice", "name": "产品线", "options": {"choices": [{"value": "a", "name": "甲线"}]}},
    ],
}


class FakeTable:
    """Rows of one tenant. `commit` writes all of a work or nothing, and refuses as the real table does."""

    def __init__(self) -> None:
        self.rows: dict[Key, Row] = {}
        self.events: list[Any] = []
        self.largest = 0

    def get(self, work: UnitOfWork, key: Key) -> Row | None:
        return self.rows.get(key)

    def get_many(self, work: UnitOfWork, keys: Iterable[Key]) -> dict[Key, Row | None]:
        return {key: self.rows.get(key) for key in keys}

    def prefetch(self, work: UnitOfWork, addresses: Iterable[tuple[str, Key]]) -> None:
        """A read costs nothing here."""

    def query(
        self,
        work: UnitOfWork,
        partition: str,
        *,
        prefix: str = "",
        start: str | None = None,
        newest_first: bool = False,
        limit: int = 20,
        after: str | None = None,
    ) -> Page[Row]:
        keys = sorted(
            (key for key in self.rows if key.partition == partition and key.sort.startswith(prefix)),
            key=lambda key: key.sort,
            reverse=newest_first,
        )
        keys = [key for key in keys if key.sort >= (start or "")]
        if after is not None:
            keys = [key for key in keys if (key.sort < after if newest_first else key.sort > after)]
        more = len(keys) > limit
        return Page(tuple(self.rows[key] for key in keys[:limit]), keys[limit - 1].sort if more else None)

    def each(
        self,
        work: UnitOfWork,
        partition: str,
        *,
        prefix: str = "",
        newest_first: bool = False,
        after: str | None = None,
    ) -> Iterator[Row]:
        yield from self.query(
            work, partition, prefix=prefix, newest_first=newest_first, limit=1_000_000, after=after
        ).items

    def commit(self, work: UnitOfWork) -> None:
        for change in work.changes:
            row = self.rows.get(change.key)
            fits = {
                Expect.ABSENT: row is None,
                Expect.PRESENT: row is not None,
                Expect.VERSION: row is not None and row.version == change.version,
                Expect.ANY: True,
            }
            if not fits[change.expect]:
                raise change.refusal or Contended()
        for change in work.changes:
            if change.check_only:
                continue
            if change.doc is None:
                self.rows.pop(change.key, None)
            else:
                self.rows[change.key] = Row(change.key, change.kind, change.doc, change.version + 1)
        self.events += work.events
        self.largest = max(self.largest, len(work.changes) + len(work.events))


@dataclass
class FakeForms:
    """One form; records by id. `shared` says who may read which."""

    form: Form
    records: dict[str, Record] = field(default_factory=dict)
    shared: dict[str, set[str]] = field(default_factory=dict)
    open_to_all: bool = True
    edits: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)
    """Moment, record and the values before, oldest first."""

    def edit(self, work: UnitOfWork, record_id: str, values: dict[str, Any]) -> None:
        record = self.records[record_id]
        self.edits.append((work.at, record_id, record.values))
        self.records[record_id] = replace(record, values=values)

    def rights_to_copy(self, work: UnitOfWork, form_id: str, owner_id: str, member_id: str) -> Rights:
        return WHOLE

    def link_titles(self, work: UnitOfWork, record_ids: Collection[str]) -> dict[str, str]:
        return {each: self.records[each].title for each in record_ids if each in self.records}

    def told_changes(
        self, work: UnitOfWork, form_id: str, record_id: str, changes: list[dict[str, Any]]
    ) -> tuple[list[dict[str, Any]], dict[str, dict[str, Any]]]:
        return changes, {}

    def load_forms(self, work: UnitOfWork, form_ids: Collection[str]) -> None:
        """They are there."""

    def values_at(self, work: UnitOfWork, record: Record, moment: str) -> dict[str, Any]:
        values = record.values
        for at, record_id, before in reversed(self.edits):
            if record_id == record.id and at > moment:
                values = before
        return values

    def differences(self, before: Mapping[str, Any], after: Mapping[str, Any]) -> list[dict[str, Any]]:
        return differences(dict(before), dict(after))

    def read_form(self, work: UnitOfWork, form_id: str) -> Form:
        if form_id != self.form.id:
            raise FormNotFound()
        return self.form

    def may_submit(self, work: UnitOfWork, form: Form) -> bool:
        return self.open_to_all

    def bind_flow(self, work: UnitOfWork, form_id: str, flow_id: str) -> None:
        self.form = replace(self.form, flow_id=flow_id)

    def reads_all(self, work: UnitOfWork, form_id: str) -> bool:
        return False

    def validate_values(
        self, work: UnitOfWork, form: Form, values: dict[str, Any], before: Record | None = None
    ) -> dict[str, Any]:
        return values

    def create_record(self, work: UnitOfWork, form_id: str, values: dict[str, Any], state: str = "active") -> Record:
        by = work.actor.member_id
        identity = f"{len(self.records) + 1:026d}"
        record = Record(identity, form_id, 1, values, state, by, "", by, "", title=str(values.get("customer", "")))
        self.records[identity] = record
        return record

    def get_record(self, work: UnitOfWork, record_id: str) -> Record:
        if record_id not in self.records:
            raise RecordNotFound()
        return self.records[record_id]

    def renew_record(self, work: UnitOfWork, record: Record) -> Record:
        return record

    def read_record(self, work: UnitOfWork, record_id: str) -> Record:
        record = self.get_record(work, record_id)
        if work.actor.member_id not in {record.created_by, *self.shared.get(record_id, ())}:
            raise RecordNotFound()
        return record

    def set_state(self, work: UnitOfWork, record: Record, state: str, *, locked: bool) -> Record:
        self.records[record.id] = replace(record, state=state, locked=locked)
        return self.records[record.id]

    def share(self, work: UnitOfWork, record: Record, member_ids: Iterable[str]) -> None:
        for member_id in member_ids:
            self.shared.setdefault(record.id, set()).add(member_id)
            work.index(Key(f"seen#{member_id}", record.id), {})
            work.index(Key(f"seen#form#{member_id}", record.id), {})


@dataclass
class FakeDirectory:
    company: Org = ORG
    ticked: list[str] = field(default_factory=list)

    def org(self, work: UnitOfWork) -> Org:
        return self.company

    def hold_org(self, work: UnitOfWork) -> None:
        """Nothing here drops what a flow names."""

    def tick_step(self, work: UnitOfWork, step: str) -> None:
        self.ticked.append(step)


@dataclass
class FakeExecutions:
    """Executions by name. One that is `ready` is about to perform; the others have ended."""

    started: dict[str, dict[str, Any]] = field(default_factory=dict)
    ready: list[str] = field(default_factory=list)

    def start(self, name: str, payload: dict[str, Any]) -> bool:
        if name in self.started:
            return False
        self.started[name] = dict(payload)
        self.ready.append(name)
        return True

    def status(self, name: str) -> str:
        if name in self.ready:
            return "RUNNING"
        return "FAILED" if name in self.started else ""

    def die(self) -> None:
        """Every execution ends without having looked."""
        self.ready.clear()


class CompanyFixture:
    def __init__(self, org: Org = ORG) -> None:
        self.table = FakeTable()
        self.forms = FakeForms(Form("f" * 26, 1, read_definition(FORM_DOC)))
        self.directory = FakeDirectory(org)
        self.executions = FakeExecutions()
        self.audited: list[str] = []
        self.now = NOW
        self.heard = 0
        table = cast(Callable[[], TenantTable], lambda: self.table)
        runs, lists, flows = RunRepository(table), ListRepository(table), FlowRepository(table)
        specs, effect_writer = Specs(flows), EffectWriter(runs, lists, self.forms)
        self.flows = Flows(flows, self.forms, self.directory, self._audit)
        self.runs = Runs(
            runs=runs,
            flows=flows,
            specs=specs,
            effect_writer=effect_writer,
            forms=self.forms,
            directory=self.directory,
            environment=self.environment,
            language=lambda _: "zh-CN",
        )
        self.lists = Lists(lists, self.forms)
        self.run_executions = RunExecutions(runs, specs, effect_writer, self.environment, self.executions)
        self.handover = Handover(
            lists=lists, runs=runs, specs=specs, effect_writer=effect_writer, environment=self.environment
        )

    def environment(self, work: UnitOfWork) -> Environment:
        return Environment(self.directory.org(work), work.at, UTC)

    def _audit(self, work: UnitOfWork, action: str, *_: Any, **__: Any) -> None:
        self.audited.append(action)

    # -- acting

    def work(self, who: str = "") -> UnitOfWork:
        self.now += timedelta(seconds=1)
        return UnitOfWork(Actor(TENANT, who, who.upper()) if who else system_actor(TENANT), self.now)

    def do(self, act: Callable[[UnitOfWork], T], who: str = "") -> T:
        """As the edge does: one commit, again after a lost race."""
        for _ in range(6):
            work = self.work(who)
            try:
                answer = act(work)
                self.table.commit(work)
                return answer
            except Contended:
                continue
        raise Contended()

    def publish(self, definition: dict[str, Any]) -> str:
        made = self.do(lambda work: self.flows.create(work, {**definition, "form_id": self.forms.form.id}), "designer")
        self.do(lambda work: self.flows.publish(work, made.id, 1), "designer")
        return made.id

    def submit(self, who: str = "rep", **values: Any) -> str:
        seen = self.do(lambda work: self.runs.submit(work, self.forms.form.id, values), who)
        return seen.run.id

    def resubmit(self, run_id: str, who: str = "rep", **values: Any) -> str:
        """The record of this run, with other values if some are given."""
        record_id = base_id(run_id)
        if values:
            self.do(lambda work: self.forms.edit(work, record_id, values), who)
        return self.do(lambda work: self.runs.submit_record(work, "", record_id), who).run.id

    def look(self, run_id: str, who: str = "rep") -> RunView:
        return self.do(lambda work: self.runs.get(work, run_id), who)

    def started(self, who: str = "rep") -> list[dict[str, Any]]:
        return [each.card for each in self.lists.page(self.work(who), "started", "", 100, None).items]

    def decide(self, who: str, decision: str = "approve", opinion: str = "") -> None:
        todo = self.todos(who)[0]
        self.do(lambda work: self.runs.decide(work, todo["run_id"], todo["task_id"], decision, opinion), who)

    def todos(self, who: str) -> list[dict[str, Any]]:
        return [each.card for each in self.lists.page(self.work(who), "todo", "", 100, None).items]

    # -- the bus and the machine

    def deliver(self) -> None:
        """Signal the execution of the run of every event not heard yet."""
        while self.heard < len(self.table.events):
            envelope = self.table.events[self.heard]
            self.heard += 1
            if envelope.type == RUN_ADVANCED:
                self.do(partial(self._wake, envelope.subject))

    def _wake(self, run_id: str, work: UnitOfWork) -> None:
        self.run_executions.signal(work, run_id)

    def turn(self) -> None:
        """One execution does a share."""
        name = self.executions.ready.pop(0)
        payload = self.executions.started[name]
        run_id, epoch = payload["run_id"], payload["generation"]
        following = self.do(lambda work: self.run_executions.run_pending_work(work, run_id, epoch, payload["round"]))
        payload["round"] += 1
        if following == RUN_PENDING_WORK:
            self.executions.ready.append(name)

    def settle(self) -> None:
        """Until nothing is left to deliver or to perform."""
        for _ in range(2_000):
            self.deliver()
            if not self.executions.ready:
                return
            self.turn()
        raise AssertionError("it never settles")
