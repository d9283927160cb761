"""P14: data comes back, and whether it is whole can be told from the rows alone.

`make drill` walks the whole way on a local cloud; here the checker is proved: no row of those that hold what people
made can be lost, or go back to what it was, without its saying so.
"""

import json
from collections import Counter
from collections.abc import Callable
from typing import Any

from chalicelib.aws import outbox
from tools.restore.invariants import faults_of
from tools.restore.restore_settings import lacking, restore_settings

from ..security.company_fixture import CompanyFixture
from .sizes import dice, size

Proved = Callable[..., None]
Items = list[dict[str, Any]]

NOTICED = frozenset({
    "account", "email", "flow", "flow_version", "form", "form_draft", "form_entry", "login", "member",
    "org_head", "positions", "record", "record_entry", "record_history", "roles", "run", "started_entry", "tenant",
    "tenant_entry", "todo_entry", "trail", "webhook",
})  # fmt: skip
"""Kinds of rows whose loss must show. Others fade by themselves, are made anew when needed, or, as a department that
nobody is in, are named by nothing."""


class Taken:
    """A bus that takes everything."""

    def put_events(self, *, Entries: list[dict[str, Any]]) -> dict[str, Any]:  # noqa: N803 - boto3's spelling
        return {"Entries": [{} for _ in Entries]}


def _settled(fixture: CompanyFixture) -> Items:
    """Every row, the outbox relayed."""
    while envelopes := fixture.cloud.events():
        outbox.publish(envelopes, Taken())
    return fixture.cloud.rows()


def test_no_row_that_holds_work_can_be_lost_unnoticed(fixture: CompanyFixture, proved: Proved) -> None:
    items = _settled(fixture)
    assert [str(fault) for fault in faults_of(items)] == []
    places = [place for place, item in enumerate(items) if item["kind"]["S"] in NOTICED]
    chosen = dice("P14 lost").sample(places, min(len(places), size(short=40, long=10_000)))
    unnoticed, kinds = [], Counter[str]()
    for place in chosen:
        kinds[items[place]["kind"]["S"]] += 1
        if not faults_of([*items[:place], *items[place + 1 :]]):
            unnoticed.append((items[place]["kind"]["S"], items[place]["pk"]["S"], items[place]["sk"]["S"]))
    assert unnoticed == []
    told = {"rows_lost": len(chosen), "kinds": len(kinds), "unnoticed": len(unnoticed)}
    proved("P14", "one row lost of two companies with one of everything, by the checker", **told)


def test_a_restored_table_is_whole_and_has_what_a_restore_leaves_out(fixture: CompanyFixture, proved: Proved) -> None:
    items = _settled(fixture)
    dynamodb = fixture.cloud.boto("dynamodb")
    dynamodb.update_continuous_backups(
        TableName="banli-test", PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": True}
    )
    dynamodb.restore_table_to_point_in_time(SourceTableName="banli-test", TargetTableName="banli-back")
    lacked = lacking(dynamodb, "banli-back")
    restore_settings(dynamodb, "banli-test", "banli-back", pause=0)
    pages = dynamodb.get_paginator("scan").paginate(TableName="banli-back")
    back = [item for page in pages for item in page["Items"]]
    assert sorted(map(json.dumps, back)) == sorted(map(json.dumps, items))
    assert (faults_of(back), lacking(dynamodb, "banli-back")) == ([], [])
    proved("P14", "restored to a new table", rows=len(back), lacked_first=len(lacked), lacks=0, faults=0)
