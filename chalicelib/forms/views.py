"""What the API answers for forms and records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..kernel.slugs import derived_key

if TYPE_CHECKING:
    from ..kernel.page import Page
    from .access.rights import Rights
    from .domain.export import Export
    from .domain.form_state import Draft, Head, Published
    from .domain.records import Record
    from .domain.stages import StageMove
    from .domain.stored import Values
    from .service.aggregates import Aggregate
    from .service.balances import Moved
    from .service.children import Tab
    from .service.link_titles import Told
    from .service.linked_forms import InboundLink
    from .service.merging.asking import Preview as MergePreview
    from .service.merging.asking import Told as ToldMerge
    from .service.stages import StageState
    from .service.viewing_as import Named, Preview, ReaderOf


_HEAD = ("id", "name", "description", "archived", "flow_id", "created_by", "created_at", "updated_at")
_LOOK = ("icon", "color")
_WITHIN = ("owner", "owner_department", "@shared")
"""Of a list entry, what rights are decided by."""


def head(found: Head) -> dict[str, Any]:
    return form_entry(found.doc())


def form_entry(doc: dict[str, Any]) -> dict[str, Any]:
    more = {"can_submit": doc["can_submit"]} if "can_submit" in doc else {}
    head = {name: doc[name] for name in _HEAD}
    look = {name: doc.get(name, "") for name in (*_LOOK, "approval")}  # rows of before have none
    place = {"app_id": doc.get("app_id", ""), "key": doc.get("key") or derived_key("form", doc["id"])}
    return {**head, **look, **place, "published_version": doc["version"], **more}


def with_keys(definition: dict[str, Any]) -> dict[str, Any]:
    from .domain.keys import with_keys

    return with_keys(definition)


def draft(
    found: Head, definition: dict[str, Any], version: int, updated_by: str, may_give: dict[str, bool]
) -> dict[str, Any]:
    return {
        **head(found),
        "updated_by": updated_by,
        "definition": with_keys(definition),
        "may_give": may_give,
        "version": version,
    }


def read_draft(found: Head, saved: Draft, may_give: dict[str, bool]) -> dict[str, Any]:
    return draft(found, saved.definition, saved.version, saved.updated_by, may_give)


def version(found: Published) -> dict[str, Any]:
    return {**version_entry(found), "definition": with_keys(found.definition)}


def version_entry(found: Published) -> dict[str, Any]:
    return {
        "form_id": found.form_id,
        "version": found.version,
        "changes": list(found.changes),
        "published_by": found.published_by,
        "published_at": found.published_at,
    }


def card(found: dict[str, Any]) -> dict[str, Any]:
    """A list entry; one by an earlier release does not say when its state changed."""
    told = {name: value for name, value in found.items() if name not in _WITHIN}
    return {"links": {}, **told, "state_at": found.get("state_at") or found["updated_at"]}


def aggregate(found: Aggregate) -> dict[str, Any]:
    from .service.aggregates import LIMIT

    groups = [
        {"key": each.key, "label": each.label, "count": each.figures.records, "measures": each.figures.told()}
        for each in found.groups
    ]
    return {
        "count": found.whole.records,
        "exact": found.exact,
        "measures": found.whole.told(),
        "groups": groups,
        "coverage": {"records": found.looked, "limit": LIMIT},
    }


def export(found: Export, at: str, language: str) -> dict[str, Any]:
    from ..edge.messages import message

    state = "failed" if found.fault else "running"
    if found.file_version:
        state = "done" if found.until > at else "expired"
    return {
        "id": found.id,
        "form_id": found.form_id,
        "state": state,
        "rows": found.rows,
        "records": found.records,
        "withheld": found.withheld,
        "complete": found.complete,
        "name": found.name,
        "size": found.size,
        "expires_at": found.until or None,
        "reason": message(found.fault, language, dict(found.fault_params)) if found.fault else "",
    }


def child_link(tab: Tab) -> dict[str, Any]:
    link = tab.link
    return {
        "form_id": link.form_id,
        "form_name": tab.form.name,
        "path": link.path,
        "name": link.name,
        "multiple": link.multiple,
        "on_delete": link.on_delete,
        "count": tab.count.count,
        "exact": tab.count.exact,
        "may_add": tab.may_add,
    }


def inbound_link(found: InboundLink) -> dict[str, Any]:
    link = found.link
    return {"form_id": link.form_id, "form_name": found.form, "path": link.path, "name": link.name}


def movement(found: Moved) -> dict[str, Any]:
    """Of a record that the reader may not read, only that it moved something."""
    moved, known = found.movement, bool(found.record_id)
    return {
        "id": moved.id,
        "at": moved.at,
        "by": moved.by if known else None,
        "record_id": found.record_id if known else None,
        "title": found.title,
        "cause": moved.cause,
        "held": moved.held if found.tells else None,
        "used": moved.used if found.tells else None,
    }


def record(
    found: Record, version: int, shown: tuple[Values, Told], *, may_change: bool, rights: Rights
) -> dict[str, Any]:
    """`shown` are its values without ids that may not be told, and the titles of what it links to."""
    values, links = shown
    return {
        "id": found.id,
        "form_id": found.form_id,
        "form_version": found.form_version,
        "serial": found.serial,
        "title": found.title,
        "state": found.state,
        "locked": found.locked,
        "created_by": found.created_by,
        "created_at": found.created_at,
        "updated_by": found.updated_by,
        "updated_at": found.updated_at,
        "state_at": found.state_at,
        "values": values,
        "links": links,
        "may": {
            "change": may_change,
            "reveal": list(rights.reveals(found.values)),
            "explain": rights.changes_all,
        },
        "version": version,
        **({"merging": True} if found.merging else {}),
        **({"rollups_at": found.figures_at, "rollups_pending": list(found.pending)} if found.figures_at else {}),
    }


def merge_preview(found: MergePreview, records: list[dict[str, Any]], refusals: list[dict[str, Any]]) -> dict[str, Any]:
    """`records` are the survivor and the other as they are shown."""
    return {
        "survivor": records[0],
        "loser": records[1],
        "fields": [
            {"field": each.field.id, "proposed": each.proposed, "options": list(each.options)} for each in found.choices
        ],
        "children": [child_link(each) for each in found.children],
        "refusals": refusals,
    }


def merge(found: ToldMerge) -> dict[str, Any]:
    made = found.merge
    return {
        "merge_id": made.id,
        "loser": made.loser,
        "title": found.title,
        "state": made.state,
        "by": made.started_by,
        "by_name": made.started_by_name,
        "at": made.started_at,
        "until": made.until,
        "job_id": made.job_id,
        "may_undo": found.may_undo,
    }


def access_preview(found: Preview, cards: list[dict[str, Any]]) -> dict[str, Any]:
    words = _levels()
    return {
        "member_id": found.actor.member_id,
        "everything": found.actor.may("*"),
        "read_all": found.actor.may("records.read_all"),
        "may_submit": found.may_submit,
        "groups": [_named_group(each) for each in found.groups],
        "actions": list(found.actions),
        "fields": {name: {"least": words[low], "most": words[high]} for name, (low, high) in found.levels.items()},
        "count": found.count.count,
        "exact": found.count.exact,
        "items": cards,
    }


def record_reader(found: ReaderOf) -> dict[str, Any]:
    words = _levels()
    return {
        "member_id": found.actor.member_id,
        "name": found.name,
        "reads": bool(found.rights),
        "everything": found.rights.everything,
        "read_all": found.permission,
        "shared": found.shared,
        "groups": [_named_group(each) for each in found.groups],
        "fields": {name: words[level] for name, level in found.levels.items()},
    }


def _named_group(found: Named) -> dict[str, Any]:
    group = found.group
    return {
        "id": group.id,
        "name": group.name,
        "rows": group.rows,
        "actions": sorted(group.actions),
        "by": list(found.by),
    }


def _levels() -> dict[int, str]:
    from .access.groups import LEVELS

    return {level: word for word, level in LEVELS.items()}


def stages(states: list[StageState], moves: Page[StageMove], rights: Rights) -> dict[str, Any]:
    return {
        "fields": [_stage(each) for each in states],
        "items": [_stage_move(each, rights) for each in moves.items],
        "next_cursor": moves.next_cursor,
    }


def _stage(found: StageState) -> dict[str, Any]:
    return {
        "field": found.field.id,
        "stage": found.value,
        "pipeline": found.stage.pipeline if found.stage else "",
        "since": found.since,
        "due_at": found.due_at,
        "overdue": found.overdue,
        "seconds": found.seconds,
        "working_seconds": found.working_seconds,
        "moves": [{"to": to, "allowed": not code, "reason": code} for to, code in found.moves.items()],
    }


def _stage_move(found: StageMove, rights: Rights) -> dict[str, Any]:
    """The amount as the field of the record that it was taken from is shown."""
    amount = rights.value(found.amount_field, found.amount) if found.amount_field else None
    return {
        "field": found.field,
        "number": found.number,
        "pipeline": found.pipeline,
        "from": found.left,
        "from_name": found.left_name,
        "to": found.entered,
        "to_name": found.entered_name,
        "kind": found.kind,
        "at": found.at,
        "by": found.by,
        "by_name": found.by_name,
        "note": found.note,
        "seconds": found.seconds,
        "working_seconds": found.working_seconds,
        "due_at": found.due_at,
        "owner": found.owner,
        "amount": amount,
    }
