"""Of forms and records: every pointer row has its row, every list says what the documents say."""

from collections.abc import Iterator
from typing import Any

from chalicelib.forms import row_keys
from chalicelib.forms.domain.definition import read_definition
from chalicelib.forms.domain.linking import inbound_of
from chalicelib.forms.domain.records import CREATED, OWN_BIN, Record, list_row
from chalicelib.forms.store.forms import INBOUND
from chalicelib.forms.store.records import RECORDS, bin_card
from chalicelib.kernel.unit_of_work import Key

from .rows import Fault, Rows, Stored

UNLISTED = ("natures", "building", "recounting", "ordered", "retired_choices", "followed", "watched_by")
"""Of a form's head, what its entry in the list of forms leaves out."""


def forms_whole(rows: Rows) -> Iterator[Fault]:
    rule = "a form has its draft, its version and its entry in the list, and the list no other"
    for head in rows.kind("form"):
        wanted = [row_keys.draft(head.doc["id"])]
        if head.doc["version"]:
            wanted.append(row_keys.version(head.doc["id"], head.doc["version"]))
        for key in wanted:
            if rows.get(head.tenant, key) is None:
                yield Fault(rule, head.tenant, key, "missing")
        entry = rows.get(head.tenant, row_keys.listed(head.doc["id"]))
        if entry is None or entry.doc != {name: each for name, each in head.doc.items() if name not in UNLISTED}:
            yield Fault(rule, head.tenant, head.key, "its entry in the list is missing or says something else")
    for entry in rows.kind("form_entry"):
        if rows.get(entry.tenant, row_keys.head(entry.key.sort)) is None:
            yield Fault(rule, entry.tenant, entry.key, "of a form that is not there")


def records_listed(rows: Rows) -> Iterator[Fault]:
    rule = "the lists of a form are its records"
    wanted: dict[tuple[str, Key], dict[str, Any]] = {}
    optional: set[tuple[str, Key]] = set()
    for row, record in _standing(rows):
        entry = (
            bin_card(record, row.version) if record.deleted else list_row(record, record.summary_fields, row.version)
        )
        for name, encoded in ({row_keys.BIN: ""} if record.deleted else {CREATED: "", **record.index}).items():
            wanted[row.tenant, row_keys.index(record.form_id, name, encoded, record.id)] = entry
        for principal in record.visible:
            wanted[row.tenant, row_keys.visible(record.form_id, principal, record.id)] = entry
        if record.deleted and record.created_by:
            place = row.tenant, row_keys.own_bin(record.form_id, record.created_by, record.id)
            wanted[place] = entry
            if not _is_ordered(rows.get(row.tenant, row_keys.head(record.form_id))):
                optional.add(place)
    there = {(each.tenant, each.key): _entry(each.doc) for each in rows.kind("record_entry")}
    for tenant, key in wanted.keys() - there.keys() - optional:
        yield Fault(rule, tenant, key, "missing")
    for tenant, key in there.keys() - wanted.keys():
        yield Fault(rule, tenant, key, "of no record, or out of its place")
    for place in wanted.keys() & there.keys():
        if wanted[place] != there[place]:
            yield Fault(rule, *place, "says something else than the record")


def _standing(rows: Rows) -> Iterator[tuple[Stored, Record]]:
    """Those that stand in lists or in the bin: one that was merged into another stands in none."""
    return ((row, record) for row in rows.kind("record") if not (record := _record(row)).merged_into)


def _is_ordered(form: Stored | None) -> bool:
    """What an earlier release deleted is in the bin of its form only, until somebody asks for their own."""
    return form is not None and OWN_BIN in form.doc.get("ordered", ())


def _entry(doc: dict[str, Any]) -> dict[str, Any]:
    """One by an earlier release does not say when its state changed, nor whose it is."""
    return {"state_at": doc.get("updated_at"), "owner": doc.get("created_by"), "owner_department": "", **doc}


def records_whole(rows: Rows) -> Iterator[Fault]:
    for row in rows.kind("record"):
        record = _record(row)
        if rows.get(row.tenant, row_keys.head(record.form_id)) is None:
            yield Fault("a record has its form", row.tenant, row.key, f"form {record.form_id} is missing")
        for number in range(1, record.history + 1):
            if rows.get(row.tenant, row_keys.history(record.id, number)) is None:
                yield Fault("the history of a record is complete", row.tenant, row.key, f"entry {number} is missing")
        seen = row_keys.seen(record.form_id, record.created_by, record.id)
        listed = record.owned_by in record.visible or rows.get(row.tenant, seen) is not None
        if record.created_by and not record.deleted and not listed:
            yield Fault("a record is in the list of whose it is", row.tenant, seen, "missing")


def children_listed(rows: Rows) -> Iterator[Fault]:
    rule = "a record is in the lists of the records that it is linked to"
    wanted: dict[tuple[str, Key], dict[str, Any]] = {}
    for row in rows.kind("record"):
        record = _record(row)
        for path, parents in record.parents.items():
            for parent in parents:
                place = row.tenant, row_keys.child(record.form_id, path, parent, record.id)
                wanted[place] = list_row(record, record.summary_fields, row.version)
    there = {(each.tenant, each.key): each.doc for each in rows.kind("record_child")}
    for place in wanted.keys() - there.keys():
        yield Fault(rule, *place, "missing")
    for place in there.keys() - wanted.keys():
        yield Fault(rule, *place, "of no record, or out of its place")
    for place in wanted.keys() & there.keys():
        if wanted[place] != there[place]:
            yield Fault(rule, *place, "says something else than the record")


def links_known(rows: Rows) -> Iterator[Fault]:
    rule = "a form is told of each link that leads to it"
    wanted: dict[tuple[str, Key], dict[str, Any]] = {}
    for row in rows.kind("form"):
        version = rows.get(row.tenant, row_keys.version(row.doc["id"], row.doc["version"]))
        if version is not None:
            definition = read_definition(version.doc["definition"])
            for (target, path), link in inbound_of(row.doc["id"], definition).items():
                wanted[row.tenant, row_keys.inbound(target, link.form_id, path)] = INBOUND.dump(link)
    there = {(each.tenant, each.key): each.doc for each in rows.kind("form_link")}
    for place in wanted.keys() ^ there.keys():
        yield Fault(rule, *place, "missing" if place in wanted else "of no link")
    for place in wanted.keys() & there.keys():
        if wanted[place] != there[place]:
            yield Fault(rule, *place, "says something else than the form")


def guards_held(rows: Rows) -> Iterator[Fault]:
    rule = "a unique value is held by the record that has it"
    wanted = {
        (row.tenant, row_keys.guard(row.doc["form_id"], name, text)): row.doc["id"]
        for row in rows.kind("record")
        for name, text in row.doc["guards"].items()
    }
    there = {(each.tenant, each.key): each.doc["record_id"] for each in rows.kind("unique")}
    for place in wanted.items() ^ there.items():
        yield Fault(rule, *place[0], f"record {place[1]}")


def sharing_whole(rows: Rows) -> Iterator[Fault]:
    rule = "what is shared with a member is in his list, and is there"
    for each in rows.kind("record_share"):
        member_id = each.key.partition.partition("#")[2]
        if rows.get(each.tenant, row_keys.seen(each.doc["form_id"], member_id, each.key.sort)) is None:
            yield Fault(rule, each.tenant, each.key, "not in his list")
    for each in rows.kind("record_seen"):
        if rows.get(each.tenant, row_keys.record(each.key.sort)) is None:
            yield Fault(rule, each.tenant, each.key, "of a record that is not there")


def _record(row: Stored) -> Record:
    return RECORDS.load(row.doc, version=row.version)


RULES = (forms_whole, records_listed, records_whole, children_listed, links_known, guards_held, sharing_whole)
