"""What forms tells the others: ids and facts, no values, because who may see values is not the bus's to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..kernel.events import Event

if TYPE_CHECKING:
    from .domain.records import Record

FORM_PUBLISHED = "forms.FormPublished"
ENTRIES_MISSED = "forms.EntriesMissed"
RECORD_CREATED = "forms.RecordCreated"
RECORD_UPDATED = "forms.RecordUpdated"
RECORD_DELETED = "forms.RecordDeleted"
RECORD_RESTORED = "forms.RecordRestored"
RECORD_STATE_CHANGED = "forms.RecordStateChanged"
RECORD_MERGED = "forms.RecordMerged"
STAGE_MOVED = "forms.StageMoved"
FILES_DEFERRED = "forms.FilesDeferred"
FIGURES_CHANGED = "forms.FiguresChanged"
SOURCE_CHANGED = "forms.SourceChanged"
RECORD_LAGS = "forms.RecordLags"
CHILDREN_DEFERRED = "forms.ChildrenDeferred"

CHANGES = {
    RECORD_CREATED: "created",
    RECORD_UPDATED: "updated",
    RECORD_STATE_CHANGED: "state",
    RECORD_DELETED: "deleted",
    RECORD_RESTORED: "restored",
    RECORD_MERGED: "merged",
}
"""What the change log calls it."""


def form_published(form_id: str, version: int, name: Any, changes: list[dict[str, Any]]) -> Event:
    data = {"form_id": form_id, "version": version, "name": name, "changes": changes[:100]}
    return Event(FORM_PUBLISHED, data, subject=form_id)


def entries_missed(form_id: str, version: int) -> Event:
    """A list was asked for in which records by an earlier release do not stand yet."""
    return Event(ENTRIES_MISSED, {"form_id": form_id, "version": version}, subject=form_id)


def files_deferred(record_id: str, files: list[dict[str, str]]) -> Event:
    """The record's transaction had no room for the rows of these of its files: `{"id", "blob_version"}`."""
    return Event(FILES_DEFERRED, {"record_id": record_id, "files": files}, subject=record_id)


def figures_changed(record: Record) -> Event:
    """What is kept beside the record changed, and other forms roll that up."""
    return Event(FIGURES_CHANGED, {"record_id": record.id, "form_id": record.form_id}, subject=record.id)


def source_changed(record: Record, fields: list[str]) -> Event:
    """Fields of a record changed that records of other forms pull through and follow."""
    data = {"record_id": record.id, "form_id": record.form_id, "title": record.title, "fields": fields}
    return Event(SOURCE_CHANGED, data, subject=record.id)


def record_lags(record: Record) -> Event:
    """A record can be changed again that follows others: it was locked, or in the bin, while they may have changed."""
    return Event(RECORD_LAGS, {"record_id": record.id, "form_id": record.form_id}, subject=record.id)


def children_deferred(record_id: str, places: list[list[str]]) -> Event:
    """The record's transaction had no room for these of its entries in lists of children: `[path, parent id]`."""
    return Event(CHILDREN_DEFERRED, {"record_id": record_id, "places": places}, subject=record_id)


def stage_moved(record: Record, field_id: str, visit: int) -> Event:
    """A record that this work writes has entered another stage; which one, its stage history tells who may read it."""
    data = {
        "record_id": record.id,
        "form_id": record.form_id,
        "serial": record.serial,
        "title": record.title,
        "version": record.version + 1,
        "field": field_id,
        "visit": visit,
    }
    return Event(STAGE_MOVED, data, subject=record.id)


def record_event(kind: str, record: Record, **more: Any) -> Event:
    """Of a record that this work writes: `version` is what it will have, `history` its newest entry."""
    data = {
        "change": CHANGES[kind],
        "version": record.version + 1,
        "history": record.history,
        "record_id": record.id,
        "form_id": record.form_id,
        "form_version": record.form_version,
        "serial": record.serial,
        "title": record.title,
        "state": record.state,
        "created_by": record.created_by,
        **more,
    }
    return Event(kind, data, subject=record.id)
