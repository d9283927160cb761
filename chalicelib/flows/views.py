"""The wire form of what flows answer; the shapes are those of `schemas/`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from ..edge.errors import told
from ..kernel.errors import FieldError
from ..kernel.slugs import derived_key
from .node_keys import with_keys
from .step_names import name_in, with_names_in

if TYPE_CHECKING:
    from ..directory.org import Org
    from ..forms.api import Rights
    from .domain import Flow, Version
    from .engine import Findings, Spec, Step
    from .engine.run import Run, Task, Visit
    from .service.runs import RunView

_ENTRY = ("id", "form_id", "name", "status", "created_at", "updated_at", "updated_by")


def flow_entry(doc: Mapping[str, Any]) -> dict[str, Any]:
    entry = {name: doc[name] for name in _ENTRY}
    key = doc.get("key") or derived_key("flow", doc["id"])
    return {**entry, "key": key, "published_version": doc["version"], "published_at": doc["published_at"] or None}


def flow(found: Flow, version: int) -> dict[str, Any]:
    doc = {name: getattr(found, name) for name in (*_ENTRY, "version", "published_at", "key")}
    return {**flow_entry(doc), "definition": with_keys(found.definition), "version": version}


def flow_version(found: Version) -> dict[str, Any]:
    return {
        "flow_id": found.flow_id,
        "version": found.number,
        "form_version": found.form["version"],
        "definition": with_keys(found.definition),
        "published_at": found.published_at,
        "published_by": found.published_by,
    }


def findings(found: Findings, language: str) -> dict[str, Any]:
    return {"errors": faults(found.errors, language), "warnings": faults(found.warnings, language)}


def faults(found: Iterable[FieldError], language: str) -> list[dict[str, Any]]:
    return [told(each, language) for each in found]


def path(steps: Iterable[Step], language: str) -> dict[str, Any]:
    shown = [_step(step, language) for step in steps]
    return {"steps": shown, "blocked": any(step["outcome"] == "blocked" for step in shown)}


def run(view: RunView, member_id: str, language: str) -> dict[str, Any]:
    from .form_view import spoken_card

    found, spec, org = view.run, view.spec, view.org
    card, facts = spoken_card(found.card, language, view.rights, view.titles), found.facts
    return {
        "id": found.id,
        "flow_id": facts["flow_id"],
        "flow_version": facts["flow_version"],
        "flow_name": spec.name,
        "form_id": facts["form_id"],
        "form_name": card["form_name"],
        "record_id": facts["record_id"],
        "title": card["title"],
        "serial": card["serial"],
        "summary": card["summary"],
        "status": found.status,
        "round": view.round.number,
        "previous": view.round.previous,
        "changed": view.rights.paths(view.round.changed),
        "initiator": {"id": found.initiator, "name": card["initiator_name"]},
        "node": {"id": found.node, "name": name_in(spec.node(found.node).name, language)} if found.node else None,
        "started_at": found.started_at,
        "ended_at": found.ended_at or None,
        "path": [with_names_in(_visit(each, found, spec, org), language) for each in found.visits],
        "ahead": [_step(step, language) for step in view.remaining_path],
        "copies": [
            {"member": _member(org, each.member), "node": each.node, "at": each.at, "read_at": each.read_at or None}
            for each in found.copies
        ],
        "may": {
            "decide": [task.id for task in found.tasks if task.member == member_id and task.open],
            "withdraw": _may_withdraw(found, spec, member_id),
            "copy": view.may_copy,
        },
        "version": view.version,
    }


def trail_entry(entry: Mapping[str, Any], language: str) -> dict[str, Any]:
    return with_names_in(entry, language)


def _step(step: Step, language: str) -> dict[str, Any]:
    return with_names_in(asdict(step), language)


def _may_withdraw(found: Run, spec: Spec, member_id: str) -> bool:
    in_time = spec.withdraws_anytime or not any(task.decided for task in found.tasks)
    return member_id == found.initiator and not found.over and in_time


def _visit(each: Visit, found: Run, spec: Spec, org: Org) -> dict[str, Any]:
    node = spec.node(each.node)
    return {
        "node": node.id,
        "name": node.name,
        "type": node.type,
        "mode": getattr(node, "mode", ""),
        "outcome": each.outcome,
        "detail": each.detail,
        "tasks": [_task(task, org) for task in found.tasks_of(each.id)],
    }


def _task(task: Task, org: Org) -> dict[str, Any]:
    return {
        "id": task.id,
        "member": _member(org, task.member),
        "why": task.why,
        "status": task.status,
        "opened_at": task.opened_at or None,
        "ended_at": task.ended_at or None,
        "due_at": task.due_at or None,
    }


def _member(org: Org, member_id: str) -> dict[str, str]:
    member = org.member(member_id)
    return {"id": member_id, "name": member.name if member else ""}


def card(doc: Mapping[str, Any], rights: Rights, titles: Mapping[str, str], language: str) -> dict[str, Any]:
    """An entry of one of the four lists: what was stored, in the reader's language, with the initiator as a person and
    empty moments as null.
    """
    from .form_view import spoken_card

    spoken = spoken_card(doc, language, rights, titles)
    shown = {name: value for name, value in spoken.items() if not name.startswith("initiator_")}
    shown["initiator"] = {"id": doc["initiator_id"], "name": doc["initiator_name"]}
    for moment in ("ended_at", "read_at", "due_at"):
        if moment in shown:
            shown[moment] = shown[moment] or None
    return with_names_in(shown, language)
