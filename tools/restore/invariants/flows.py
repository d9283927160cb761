"""Of flows and runs: tasks are to-dos, acts are in the trail, and the record stands where its run does."""

from collections.abc import Iterator
from typing import Any

from chalicelib.flows import row_keys
from chalicelib.flows.engine import Run, codec
from chalicelib.flows.engine.run import RUNNING
from chalicelib.flows.service.effect_writer import RECORD_STATES, started_sort, todo_sort
from chalicelib.forms import row_keys as form_keys
from chalicelib.kernel.unit_of_work import Key

from .rows import Fault, Rows

LISTS = (row_keys.TODO, row_keys.DONE, row_keys.STARTED, row_keys.CC)
Workdir = tuple[str, Key]


def _runs(rows: Rows) -> Iterator[tuple[str, Key, Run]]:
    for row in rows.kind("run"):
        yield row.tenant, row.key, codec.from_doc(row.doc)


def flows_whole(rows: Rows) -> Iterator[Fault]:
    for head in rows.kind("flow"):
        entry = {name: each for name, each in head.doc.items() if name != "definition"}
        listed = rows.get(head.tenant, Key("flows", head.doc["id"]))
        if listed is None or listed.doc != entry:
            yield Fault("a flow is in the list as it is", head.tenant, head.key, "its entry is missing or differs")
    for each in rows.kind("flow_entry"):
        if rows.get(each.tenant, row_keys.flow(each.key.sort)) is None:
            yield Fault("a flow is in the list as it is", each.tenant, each.key, "of a flow that is not there")
    for tenant, key, run in _runs(rows):
        version = row_keys.version(run.facts["flow_id"], run.facts["flow_version"])
        if rows.get(tenant, version) is None:
            yield Fault("a run has the version of its flow", tenant, key, f"{version.sort} is missing")


def lists_are_runs(rows: Rows) -> Iterator[Fault]:
    """Each entry stands twice, in the whole list and in that of its form, and says the same."""
    rule = "the lists of members are what the runs say"
    newest = _newest(rows)
    wanted: dict[tuple[str, Key], Run] = {}
    for tenant, _, run in _runs(rows):
        last = newest[tenant, run.facts["record_id"]]
        # A further round takes the place of those before; releases that did not count rounds listed each of them.
        started = run.id == last.id or not last.round
        wanted |= {(tenant, key): run for key in _entries(run, started=started)}
    there = {(each.tenant, each.key): each.doc for kind in LISTS for each in rows.kind(f"{kind}_entry")}
    for place in wanted.keys() - there.keys():
        yield Fault(rule, *place, "missing")
    for place in there.keys() - wanted.keys():
        yield Fault(rule, *place, "of no task, copy or run")
    for (tenant, key), run in wanted.items():
        doc = there.get((tenant, key))
        if doc is None:
            continue
        if doc["run_id"] != run.id or any(doc[name] != each for name, each in run.card.items()):
            yield Fault(rule, tenant, key, "shows another run")
        if key.partition.startswith(row_keys.STARTED) and doc["status"] != run.status:
            yield Fault(rule, tenant, key, f"shows {doc['status']}, the run is {run.status}")


def _entries(run: Run, *, started: bool) -> Iterator[Key]:
    for task in run.tasks:
        if task.listed:
            yield from _twice(row_keys.TODO, task.member, todo_sort(run, task), run.facts)
        if task.decided:
            yield from _twice(row_keys.DONE, task.member, f"{task.ended_at}#{run.id}#{task.id}", run.facts)
    for copy in run.copies:
        if copy.listed:
            yield from _twice(row_keys.CC, copy.member, f"{copy.at}#{run.id}", run.facts)
    if started:
        yield from _twice(row_keys.STARTED, run.initiator, started_sort(run), run.facts)


def _newest(rows: Rows) -> dict[tuple[str, str], Run]:
    """The last run of each record."""
    newest: dict[tuple[str, str], Run] = {}
    for tenant, _, run in _runs(rows):
        place = (tenant, run.facts["record_id"])
        if place not in newest or newest[place].started_at < run.started_at:
            newest[place] = run
    return newest


def _twice(kind: str, member: str, sort: str, facts: Any) -> Iterator[Key]:
    yield Key(f"{kind}#{member}", sort)
    yield Key(f"{kind}#{member}#{facts['form_id']}", sort)


def todos_are_open_tasks(rows: Rows) -> Iterator[Fault]:
    for tenant, key, run in _runs(rows):
        for task in run.tasks:
            if task.listed and not task.open and not run.unlisted:
                yield Fault("a to-do is an open task", tenant, key, f"{task.id} is {task.status}")
        if not run.over and not any(task.open for task in run.tasks):
            yield Fault("a run that goes on waits for somebody", tenant, key, "no task is open")


def trail_complete(rows: Rows) -> Iterator[Fault]:
    for tenant, key, run in _runs(rows):
        said = 0
        parts = [each for each in rows.by_partition[tenant, key.partition] if each.key.sort.startswith("trail#")]
        for part in sorted(parts, key=lambda each: each.key.sort):
            if int(part.key.sort.partition("#")[2]) != said + 1:
                break
            said += len(part.doc["entries"])
        if said != run.said:
            yield Fault("the trail of a run is complete", tenant, key, f"{said} of {run.said} entries in a row")


def records_stand_with_runs(rows: Rows) -> Iterator[Fault]:
    rule = "a record stands where its newest run does"
    for (tenant, record_id), run in _newest(rows).items():
        record = rows.get(tenant, form_keys.record(record_id))
        key = form_keys.record(record_id)
        if record is None:
            if run.status == RUNNING:
                yield Fault(rule, tenant, key, "the record of a running approval is missing")
        elif (record.doc["state"] == RECORD_STATES[RUNNING]) != (run.status == RUNNING):
            yield Fault(rule, tenant, key, f"the record is {record.doc['state']}, the run {run.status}")


RULES = (flows_whole, lists_are_runs, todos_are_open_tasks, trail_complete, records_stand_with_runs)
