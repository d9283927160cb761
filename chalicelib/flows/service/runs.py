"""Running: submit, preview, decide, withdraw, comment, copy; and who may look at a run.

Every act is one transaction under the run's version: the pure engine decides, `EffectWriter` writes. A loser of a race
is run again by the edge and then answers in the domain's own words.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ...directory.org import Org
from ...forms.api import Form, FormArchived, Record, RecordNotFound, Rights
from ...kernel.ids import numbered_id
from ...kernel.page import Page
from ...kernel.unit_of_work import UnitOfWork
from .. import form_view
from ..domain import (
    PUBLISHED,
    CopyDenied,
    FlowOutdated,
    FormWithoutFlow,
    NotCopied,
    RecordInApproval,
    RecordNotSubmittable,
    RecordOtherForm,
    RunNotFound,
)
from ..engine import Environment, Run, Spec, Step, advance, commands, preview, remaining_path
from ..engine.errors import MayNotStart
from .effect_writer import EffectWriter
from .ports import Directory, FlowStore, Forms, LoadedRun, RunStore
from .rounds import Changes, Round, Rounds
from .specs import Specs

READ_ALL = "records.read_all"
InUse = tuple[Spec, dict[str, Any]]
SUBMITTABLE = ("draft", "active", "rejected", "withdrawn")


@dataclass(frozen=True, slots=True)
class RunView:
    """A run as somebody looks at it. `version` is that of its row; `remaining_path` is empty once it is over."""

    run: Run
    spec: Spec
    org: Org
    version: int
    round: Round
    rights: Rights
    """What whoever looks may see of the record."""
    remaining_path: tuple[Step, ...] = ()
    may_copy: bool = False
    titles: Mapping[str, str] = field(default_factory=dict)
    """Of records that its card names and whoever looks may read, by id."""


class Runs:
    def __init__(
        self,
        *,
        runs: RunStore,
        flows: FlowStore,
        specs: Specs,
        effect_writer: EffectWriter,
        forms: Forms,
        directory: Directory,
        environment: Callable[[UnitOfWork], Environment],
        language: Callable[[UnitOfWork], str],
    ) -> None:
        """`language` is the company's: what is written down for everybody is written in it."""
        self._environment = environment
        self._language = language
        self._runs = runs
        self._flows = flows
        self._specs = specs
        self._effect_writer = effect_writer
        self._forms = forms
        self._directory = directory
        self._rounds = Rounds(runs, forms)

    # -- submitting

    def submit(self, work: UnitOfWork, form_id: str, values: Mapping[str, Any]) -> RunView:
        """A new record goes into approval, both in one transaction.

        Raises what forms refuse, FormWithoutFlow, FlowOutdated, MayNotStart, NoApprover.
        """
        form = self._open_form(work, form_id)
        in_use = self._in_use(work, form)
        record = self._forms.create_record(work, form_id, dict(values), "draft")
        return self._start(work, form, record, in_use, Round())

    def submit_record(self, work: UnitOfWork, form_id: str, record_id: str) -> RunView:
        """The actor's own record (again) goes into approval, checked and computed anew against the form in use.

        Raises RecordNotFound for another's too, RecordOtherForm, RecordInApproval, RecordNotSubmittable;
        and as `submit`.
        """
        record = self._forms.get_record(work, record_id)
        if record.created_by != work.actor.member_id:
            raise RecordNotFound()
        if form_id and record.form_id != form_id:
            raise RecordOtherForm()
        if record.state == "in_approval":
            raise RecordInApproval()
        if record.state not in SUBMITTABLE:
            raise RecordNotSubmittable()
        form = self._open_form(work, record.form_id)
        in_use = self._in_use(work, form)
        stored, record = record, self._forms.renew_record(work, record)
        previous = self._rounds.newest(work, record_id)
        if previous is None:
            return self._start(work, form, record, in_use, Round())
        found = self._rounds.after(work, previous, stored, record.values)
        # One entry for each record: the new round takes the place of the one before.
        for earlier in self._rounds.unnumbered(work, previous):
            self._effect_writer.unlist_started(work, earlier)
        return self._start(work, form, record, in_use, found)

    def _open_form(self, work: UnitOfWork, form_id: str) -> Form:
        """Raises MayNotStart if the form is not open to the actor, FormArchived."""
        form = self._forms.read_form(work, form_id)
        if not self._forms.may_submit(work, form):
            raise MayNotStart()
        if form.archived:
            raise FormArchived()
        return form

    def _in_use(self, work: UnitOfWork, form: Form) -> InUse:
        """The flow that the form's records go through now, and what each run of it says of itself."""
        flow = self._flows.get(work, form.flow_id) if form.flow_id else None
        if flow is None or flow.status != PUBLISHED:
            raise FormWithoutFlow()
        spec = self._specs.get(work, flow.id, flow.version)
        for field_id in sorted(spec.consulted):
            if form.field(field_id) is None:
                raise FlowOutdated(field=spec.form.fields[field_id].name)
        return spec, {"flow_id": flow.id, "flow_version": flow.version, "form_id": form.id}

    def _start(self, work: UnitOfWork, form: Form, record: Record, in_use: InUse, found: Round) -> RunView:
        """The id of a run is its record's and the number of the submission: one request can fetch both rows at once."""
        spec, facts = in_use
        run_id = numbered_id(record.id, found.number)
        if found.previous is not None:
            self._runs.repeat(work, record.id, run_id)
        env = self._environment(work)
        initiator = work.actor.member_id
        title = record.title or form.label(self._language(work))
        run = Run(
            id=run_id,
            initiator=initiator,
            values=_consulted(spec, record.values),
            facts={**facts, "record_id": record.id, "initiator_id": initiator, "title": title},
            round=found.number,
            previous=found.previous or {},
            changed=found.changed,
            card={
                "title": title,
                "serial": record.serial,
                "form_name": form.name,
                "initiator_id": initiator,
                "initiator_name": work.actor.name,
                "summary": form_view.summary(form, record.values, spec.summary),
                "created_at": work.at,
                "round": found.number,
            },
        )
        loaded = LoadedRun(run)
        decision = advance(spec, run, commands.Start(values_hash(record.values)), env)
        self._effect_writer.apply(work, loaded, spec, decision, record)
        self._directory.tick_step(work, "record_submitted")
        rights, ahead = self._rights(work, decision.run), remaining_path(spec, decision.run, env)
        return RunView(decision.run, spec, env.org, 1, found, rights, ahead, may_copy=True)

    # -- previewing

    def preview(self, work: UnitOfWork, form_id: str, values: Mapping[str, Any]) -> tuple[Step, ...]:
        """The path that `submit` would take for the actor, with names. Nothing is saved.

        Raises what forms refuse of the values, FormWithoutFlow, FlowOutdated, MayNotStart.
        """
        form = self._open_form(work, form_id)
        spec, _ = self._in_use(work, form)
        env = self._environment(work)
        if not spec.starters.admit(env.org, work.actor.member_id):
            raise MayNotStart()
        found = self._forms.validate_values(work, form, dict(values))
        return preview(spec, env.context(work.actor.member_id, found))

    def preview_record(
        self, work: UnitOfWork, record_id: str, values: Mapping[str, Any] | None = None
    ) -> tuple[Step, ...]:
        """As `preview`, for the actor's own record, as it is or with other values: what `submit_record` would do then.

        Raises RecordNotFound for another's, too.
        """
        record = self._forms.get_record(work, record_id)
        if record.created_by != work.actor.member_id:
            raise RecordNotFound()
        form = self._open_form(work, record.form_id)
        spec, _ = self._in_use(work, form)
        env = self._environment(work)
        if not spec.starters.admit(env.org, work.actor.member_id):
            raise MayNotStart()
        given = record.values if values is None else values
        found = self._forms.validate_values(work, form, dict(given), record)
        return preview(spec, env.context(work.actor.member_id, found))

    def preview_draft(
        self, work: UnitOfWork, form_id: str, spec: Spec, initiator: str, values: Mapping[str, Any]
    ) -> tuple[Step, ...]:
        """The path of a draft for any initiator: for whoever designs it. Raises MayNotStart, and of the values."""
        env = self._environment(work)
        if not spec.starters.admit(env.org, initiator):
            raise MayNotStart()
        found = self._forms.validate_values(work, self._forms.read_form(work, form_id), dict(values))
        return preview(spec, env.context(initiator, found))

    # -- looking

    def get(self, work: UnitOfWork, run_id: str) -> RunView:
        """Raises RunNotFound, also for whoever has no part in it."""
        loaded = self._readable(work, run_id)
        return self._view(work, loaded, self._environment(work))

    def of_record(self, work: UnitOfWork, record_id: str, limit: int, cursor: str | None) -> Page[RunView]:
        """The runs that the record went through, newest first, as far as the actor may look at them.

        Raises RecordNotFound.
        """
        record = self._forms.read_record(work, record_id)
        page = self._runs.of_record(work, record.id, lambda loaded: self._may_look(work, loaded), limit, cursor)
        env = self._environment(work)
        return page.map(lambda loaded: self._view(work, loaded, env))

    def trail(self, work: UnitOfWork, run_id: str, limit: int, cursor: str | None) -> Page[list[dict[str, Any]]]:
        """What happened, oldest first, act by act. Raises RunNotFound."""
        self._readable(work, run_id)
        return self._runs.trail(work, run_id, limit, cursor)

    def get_run(self, work: UnitOfWork, run_id: str) -> Run | None:
        """The run as it stands; whoever asks must see to it that nobody learns of it whom it does not concern."""
        loaded = self._runs.get(work, run_id)
        return loaded.run if loaded else None

    def changes(self, work: UnitOfWork, run_id: str) -> tuple[Changes, dict[str, dict[str, Any]]]:
        """What had changed since the submission before, with both values, and what the linked records are called that
        are among them. Raises RunNotFound, RecordNotFound.
        """
        run = self._readable(work, run_id).run
        seen = self._rights(work, run).changes(self._rounds.changes(work, run))
        return self._forms.told_changes(work, run.facts["form_id"], run.facts["record_id"], seen) if seen else ([], {})

    def last_decision(self, work: UnitOfWork, run_id: str) -> Mapping[str, Any] | None:
        """The trail entry of what ended it; None if it went by itself, or too much was said since."""
        return self._rounds.ending(work, run_id)

    def _readable(self, work: UnitOfWork, run_id: str) -> LoadedRun:
        loaded = self._runs.get(work, run_id)
        if loaded is None or not self._may_look(work, loaded):
            raise RunNotFound()
        return loaded

    def _may_look(self, work: UnitOfWork, loaded: LoadedRun) -> bool:
        """Who has a part in it, and who may read every record of the form."""
        return loaded.run.concerns(work.actor.member_id) or self._reads_all(work, loaded.run)

    def _reads_all(self, work: UnitOfWork, run: Run) -> bool:
        return work.actor.may(READ_ALL) or self._forms.reads_all(work, run.facts["form_id"])

    def _may_copy(self, work: UnitOfWork, run: Run) -> bool:
        """Bringing others in is for who acts in it, and for who may read every record of the form; not for those who
        are merely kept informed, else the circle would grow beyond what anybody answers for.
        """
        return run.acts(work.actor.member_id) or self._reads_all(work, run)

    def _view(self, work: UnitOfWork, loaded: LoadedRun, env: Environment) -> RunView:
        spec = self._specs.get(work, loaded.run.facts["flow_id"], loaded.run.facts["flow_version"])
        version = loaded.row.version if loaded.row else 0
        found, may_copy = self._rounds.of(work, loaded.run), self._may_copy(work, loaded.run)
        rights, ahead = self._rights(work, loaded.run), remaining_path(spec, loaded.run, env)
        named = form_view.linked_ids(loaded.run.card)
        titles = self._forms.link_titles(work, named) if named else {}
        return RunView(loaded.run, spec, env.org, version, found, rights, ahead, may_copy, titles)

    def _rights(self, work: UnitOfWork, run: Run) -> Rights:
        return self._forms.rights_to_copy(work, run.facts["form_id"], run.initiator, work.actor.member_id)

    def _opened(self, work: UnitOfWork, run_id: str) -> tuple[LoadedRun, Spec, Environment]:
        loaded = self._readable(work, run_id)
        facts = loaded.run.facts
        return loaded, self._specs.get(work, facts["flow_id"], facts["flow_version"]), self._environment(work)

    # -- acting

    def decide(self, work: UnitOfWork, run_id: str, task_id: str, decision: str, opinion: str) -> RunView:
        """Raises RunNotFound, TaskNotFound, NotYourTask, TaskAlreadyDecided, TaskNotOpen, RunOver, NoApprover."""
        return self._act(work, run_id, commands.Decide(task_id, work.actor.member_id, decision, opinion))

    def withdraw(self, work: UnitOfWork, run_id: str, reason: str) -> RunView:
        """Raises RunNotFound, NotInitiator, RunOver, WithdrawTooLate."""
        return self._act(work, run_id, commands.Withdraw(work.actor.member_id, reason))

    def comment(self, work: UnitOfWork, run_id: str, text: str) -> RunView:
        """Anybody who may look at it; also when it is over. Raises RunNotFound."""
        return self._act(work, run_id, commands.Comment(work.actor.member_id, text))

    def copy_to(self, work: UnitOfWork, run_id: str, members: list[str]) -> RunView:
        """Raises RunNotFound, CopyDenied, NobodyToCopy."""
        if not self._may_copy(work, self._readable(work, run_id).run):
            raise CopyDenied()
        return self._act(work, run_id, commands.Cc(work.actor.member_id, tuple(members)))

    def mark_read(self, work: UnitOfWork, run_id: str) -> RunView:
        """Raises RunNotFound, NotCopied."""
        loaded = self._readable(work, run_id)
        if not any(copy.member == work.actor.member_id for copy in loaded.run.copies):
            raise NotCopied()
        return self._act(work, run_id, commands.Read(work.actor.member_id))

    def _act(self, work: UnitOfWork, run_id: str, command: commands.Command) -> RunView:
        loaded, spec, env = self._opened(work, run_id)
        decision = advance(spec, loaded.run, command, env)
        self._effect_writer.apply(work, loaded, spec, decision)
        version = loaded.row.version if loaded.row else 0
        changed = decision.run != loaded.run
        found, may_copy = self._rounds.of(work, decision.run), self._may_copy(work, decision.run)
        rights, ahead = self._rights(work, decision.run), remaining_path(spec, decision.run, env)
        return RunView(decision.run, spec, env.org, version + changed, found, rights, ahead, may_copy)


def _consulted(spec: Spec, values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: values[name] for name in sorted(spec.consulted) if name in values}


def values_hash(values: Mapping[str, Any]) -> str:
    """What was submitted, as a fingerprint: the trail proves what the approvers had before them."""
    text = json.dumps(values, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode()).hexdigest()
