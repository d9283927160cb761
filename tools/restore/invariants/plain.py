"""Of every row, the outbox and webhooks."""

from collections import Counter
from collections.abc import Iterator

from chalicelib.kernel.ids import SYSTEM_TENANT
from chalicelib.kernel.unit_of_work import OUTBOX, Key

from .rows import Fault, Rows


def readable(rows: Rows) -> Iterator[Fault]:
    for where in rows.unreadable:
        yield Fault("every row is whole", "", Key(where, ""), "its key, document or version cannot be read")


def outbox_empty(rows: Rows) -> Iterator[Fault]:
    for each in rows.kind(OUTBOX):
        yield Fault("the outbox is empty", each.tenant, each.key, f"{each.doc.get('type')} has not been relayed")


def tenants_listed(rows: Rows) -> Iterator[Fault]:
    rule = "every company is in the list of companies, and no other"
    opened = {each.tenant: each.key for each in rows.kind("tenant")}
    listed = {each.key.sort: each.key for each in rows.kind("tenant_entry")}
    for tenant in opened.keys() - listed.keys():
        yield Fault(rule, tenant, opened[tenant], "not listed")
    for tenant in listed.keys() - opened.keys():
        yield Fault(rule, SYSTEM_TENANT, listed[tenant], "listed, but not there")


def webhooks_counted(rows: Rows) -> Iterator[Fault]:
    there = Counter(each.tenant for each in rows.kind("webhook"))
    for each in rows.kind("webhook_count"):
        if each.doc["total"] != there[each.tenant]:
            yield Fault("webhooks are counted", each.tenant, each.key, f"{each.doc['total']}, not {there[each.tenant]}")


RULES = (readable, outbox_empty, tenants_listed, webhooks_counted)
