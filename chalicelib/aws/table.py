"""The tenant-keyed table: every read and write of Banli, on PynamoDB's connection.

An item is `pk = T#<tenant>#<partition>`, `sk`, `kind`, `doc` (JSON text), `v` (version), `op` (the operation that
wrote it), perhaps `ttl`, and what readers of the stream look for without opening the document (`form_id`). The
document is one opaque text on purpose: user field names never reach an expression, and reading one costs a
`json.loads`. Lists are index rows written with their record, so there is no GSI, no filter and no stale read; reads
are strongly consistent.

The traps closed here: short timeouts; a commit whose outcome is unknown is looked up by `op`, so that
our own success is never taken for a conflict; no unversioned save, no batch write; limits refused before AWS does.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

from botocore.config import Config
from pynamodb.connection import Connection
from pynamodb.connection.base import MetaTable
from pynamodb.exceptions import PynamoDBException, TransactWriteError
from pynamodb.expressions.operand import Path

from ..kernel.errors import TooLarge
from ..kernel.page import DEFAULT_PAGE, MAX_PAGE, Page
from ..kernel.unit_of_work import OUTBOX, OUTBOX_KEEPS, Change, Expect, Key, Row, UnitOfWork
from . import cursor
from .clients import CONNECT_SECONDS, READ_SECONDS, RETRIES
from .settings import setting
from .table_errors import refusal_of, unavailable

MAX_ITEM_BYTES = 390_000
ROW_BYTES = 512
"""At most, for what stands in a row beside its document."""
MAX_TRANSACTION_BYTES = 3_900_000
MAX_BATCH_GET = 100
MAX_READS = 4
"""Of 1 MB each, for one page: an answer of a Lambda function ends at 6 MB. Big rows make a short page, not a fault."""

_SCHEMA = {
    "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}],
    "AttributeDefinitions": [
        {"AttributeName": "pk", "AttributeType": "S"},
        {"AttributeName": "sk", "AttributeType": "S"},
    ],
}


def partition_key(tenant_id: str, partition: str) -> str:
    return f"T#{tenant_id}#{partition}"


def to_json(doc: dict[str, Any]) -> str:
    """Compact JSON; a Decimal becomes its wire text. Anything else unknown is a programming error."""
    return json.dumps(doc, ensure_ascii=False, separators=(",", ":"), default=_plain)


def _plain(value: object) -> str:
    if isinstance(value, Decimal):
        return format(value, "f")
    raise TypeError(f"{type(value).__name__} is no JSON value")


class Stretch(NamedTuple):
    """Rows of a partition in their order, and the sort key to go on after; None at the end."""

    rows: tuple[Row, ...]
    last: str | None


class TenantTable:
    """See the module. One instance a process; safe to share between tenants, because nothing in it is a tenant's."""

    def __init__(self, connection: Connection, name: str) -> None:
        self._connection = connection
        self._name = name
        connection.add_meta_table(MetaTable({"TableName": name, **_SCHEMA}))

    # -- reads

    def get(self, work: UnitOfWork, key: Key, *, tenant_id: str | None = None) -> Row | None:
        """The row as this work has written it, else as it is in the table, or None. The same key is read once."""
        return self.get_many(work, (key,), tenant_id=tenant_id)[key]

    def get_many(self, work: UnitOfWork, keys: Iterable[Key], *, tenant_id: str | None = None) -> dict[Key, Row | None]:
        """As `get`, all rows in one batch read (100 keys a call); a key without a row maps to None."""
        tenant = tenant_id or work.actor.tenant_id
        found: dict[Key, Row | None] = {}
        missing = []
        for key in keys:
            own, row = work.written(tenant, key)
            found[key] = row
            if not own:
                missing.append((tenant, key))
        self.prefetch(work, missing)
        return found | {key: work.read[(tenant, key)] for _, key in missing}

    def prefetch(self, work: UnitOfWork, addresses: Iterable[tuple[str, Key]]) -> None:
        """Read (tenant, key) pairs into the work's snapshot: what lets a request pay one read for all it needs."""
        wanted = {
            (partition_key(tenant, key.partition), key.sort): (tenant, key)
            for tenant, key in addresses
            if (tenant, key) not in work.read
        }
        pending = list(wanted)
        for address in wanted.values():
            work.read[address] = None
        while pending:
            chunk, pending = pending[:MAX_BATCH_GET], pending[MAX_BATCH_GET:]
            reply = self._call(
                self._connection.batch_get_item,
                self._name,
                [{"pk": pk, "sk": sk} for pk, sk in chunk],
                consistent_read=True,
            )
            for item in reply["Responses"].get(self._name, ()):
                tenant, key = wanted[(item["pk"]["S"], item["sk"]["S"])]
                work.read[(tenant, key)] = _row(key, item)
            left = reply.get("UnprocessedKeys", {}).get(self._name, {}).get("Keys", ())
            pending += [(key["pk"]["S"], key["sk"]["S"]) for key in left]

    def query(
        self,
        work: UnitOfWork,
        partition: str,
        *,
        prefix: str = "",
        start: str | None = None,
        end: str | None = None,
        newest_first: bool = False,
        limit: int = 20,
        after: str | None = None,
        tenant_id: str | None = None,
    ) -> Page[Row]:
        """One page of a partition in sort-key order; `after` is the sealed cursor of the page before.

        `prefix`, or the inclusive range `start`..`end`, bounds the sort key. Raises Invalid for a cursor that is not
        this tenant's and this list's. A page of big rows may stay short, with a cursor.
        """
        tenant = tenant_id or work.actor.tenant_id
        stretch = self.stretch(
            work,
            partition,
            prefix=prefix,
            start=start,
            end=end,
            newest_first=newest_first,
            limit=max(1, min(limit, MAX_PAGE)),
            after=cursor.open_cursor(after, tenant, partition) if after else None,
            tenant_id=tenant,
        )
        token = cursor.seal_cursor(stretch.last, tenant, partition) if stretch.last is not None else None
        return Page(stretch.rows, token)

    def stretch(
        self,
        work: UnitOfWork,
        partition: str,
        *,
        prefix: str = "",
        start: str | None = None,
        end: str | None = None,
        newest_first: bool = False,
        limit: int = MAX_PAGE,
        after: str | None = None,
        tenant_id: str | None = None,
    ) -> Stretch:
        """As `query`, for code that keeps its place itself: `after` and `last` are sort keys in the open.

        Reads on while DynamoDB returns a LastEvaluatedKey and the stretch is not full.
        """
        pk = partition_key(tenant_id or work.actor.tenant_id, partition)
        last, rows = after, list[Row]()
        for _ in range(MAX_READS):
            reply = self._call(
                self._connection.query,
                self._name,
                pk,
                range_key_condition=_range(prefix, start, end),
                consistent_read=True,
                exclusive_start_key={"pk": {"S": pk}, "sk": {"S": last}} if last is not None else None,
                limit=limit - len(rows),
                scan_index_forward=not newest_first,
            )
            rows += [_row(Key(partition, item["sk"]["S"]), item) for item in reply["Items"]]
            more = reply.get("LastEvaluatedKey")
            last = more["sk"]["S"] if more else None
            if last is None or len(rows) >= limit:
                break
        return Stretch(tuple(rows), last)

    def each(
        self,
        work: UnitOfWork,
        partition: str,
        *,
        prefix: str = "",
        start: str | None = None,
        newest_first: bool = False,
        after: str | None = None,
        tenant_id: str | None = None,
    ) -> Iterator[Row]:
        """The rows of a partition one by one, read as they are asked for."""
        while True:
            found = self.stretch(
                work, partition, prefix=prefix, start=start, newest_first=newest_first, after=after, tenant_id=tenant_id
            )
            yield from found.rows
            after = found.last
            if after is None:
                return

    def kept(
        self,
        work: UnitOfWork,
        partition: str,
        keep: Callable[[Row], bool],
        *,
        prefix: str = "",
        newest_first: bool = False,
        limit: int = DEFAULT_PAGE,
        after: str | None = None,
    ) -> Page[Row]:
        """One page of the rows that `keep` lets through. Neither its length nor its cursor depends on the others, so
        that whoever may not see them learns nothing of them; the partition must be small enough to be read through.
        """
        tenant = work.actor.tenant_id
        place = cursor.open_cursor(after, tenant, partition) if after else None
        rows = self.each(work, partition, prefix=prefix, newest_first=newest_first, after=place)
        found = list(islice(filter(keep, rows), limit + 1))
        more = len(found) > limit
        return Page(
            tuple(found[:limit]), cursor.seal_cursor(found[limit - 1].key.sort, tenant, partition) if more else None
        )

    def every(self, work: UnitOfWork, partition: str, *, prefix: str = "", tenant_id: str | None = None) -> list[Row]:
        """All rows of a partition that is small by design (an org, a trail). Not for user lists: those are paged."""
        return list(self.each(work, partition, prefix=prefix, tenant_id=tenant_id))

    # -- writes

    def commit(self, work: UnitOfWork) -> None:
        """Write everything of this work, or nothing.

        Raises the change's own refusal, or Contended, if an expectation failed; TooLarge beyond DynamoDB's limits;
        Unavailable if the outcome is a failure or stays unknown (repeat with the same Idempotency-Key).
        """
        work.settle()
        changes = [*work.changes, *(_outbox_row(work.now, envelope) for envelope in work.events)]
        if not changes:
            return
        actions = [self._action(change, work.operation_id) for change in changes]
        _check_limits(actions)
        try:
            self._write(actions, work.operation_id)
        except TransactWriteError as error:
            if not self._is_ours(changes, work.operation_id):
                raise refusal_of(changes, error) from error
        for hint in work.after_commit:
            hint()

    def forget(self, tenant_id: str, key: Key) -> None:
        """Delete a row that means nothing any more (a published outbox row). No condition: twice is as once."""
        pk = partition_key(tenant_id, key.partition)
        self._call(self._connection.delete_item, self._name, pk, key.sort)

    def _write(self, actions: list[tuple[str, dict[str, Any]]], op: str) -> None:
        sort: dict[str, list[dict[str, Any]]] = {"check": [], "delete": [], "put": []}
        for name, action in actions:
            sort[name].append(action)
        self._connection.transact_write_items(sort["check"], sort["delete"], sort["put"], [], client_request_token=op)

    def _action(self, change: Change, op: str) -> tuple[str, dict[str, Any]]:
        pk = {"S": partition_key(change.tenant_id, change.key.partition)}
        sk = {"S": change.key.sort}
        body: dict[str, Any] = {"TableName": self._name}
        if change.expect is Expect.ABSENT:
            body["ConditionExpression"] = "attribute_not_exists(pk)"
        elif change.expect is Expect.PRESENT:
            body["ConditionExpression"] = "attribute_exists(pk)"
        elif change.expect is Expect.VERSION:
            body["ConditionExpression"] = "v = :v"
            body["ExpressionAttributeValues"] = {":v": {"N": str(change.version)}}
        if change.check_only:
            return "check", {**body, "Key": {"pk": pk, "sk": sk}}
        if change.doc is None:
            return "delete", {**body, "Key": {"pk": pk, "sk": sk}}
        item = {
            "pk": pk,
            "sk": sk,
            "kind": {"S": change.kind},
            "doc": {"S": to_json(change.doc)},
            "v": {"N": str(change.version + 1)},
            "op": {"S": op},
            **{name: {"S": text} for name, text in change.attributes.items()},
        }
        if change.expires_at is not None:
            item["ttl"] = {"N": str(change.expires_at)}
        return "put", {**body, "Item": item}

    def _is_ours(self, changes: list[Change], op: str) -> bool:
        """Whether a refused or unanswered commit is in the table all the same: a retry met its own success."""
        witness = next((change for change in changes if change.doc is not None and not change.check_only), None)
        if witness is None:
            return False
        reply = self._call(
            self._connection.get_item,
            self._name,
            partition_key(witness.tenant_id, witness.key.partition),
            witness.key.sort,
            consistent_read=True,
        )
        return bool(reply.get("Item", {}).get("op", {}).get("S") == op)

    def _call(self, operation: Any, *args: Any, **kwargs: Any) -> Any:
        try:
            return operation(*args, **kwargs)
        except PynamoDBException as error:
            raise unavailable(error) from error


@lru_cache(maxsize=1)
def table() -> TenantTable:
    """The table of this process, from BANLI_TABLE."""
    connection = Connection(
        connect_timeout_seconds=CONNECT_SECONDS,
        read_timeout_seconds=READ_SECONDS,
        max_retry_attempts=RETRIES,
    )
    # Without a name of our own botocore builds and escapes one anew for every call, a tenth of what a call costs.
    connection.session.set_default_client_config(Config(user_agent="banli"))
    connection.session.register("creating-client-class.dynamodb", _at_one_endpoint)
    return TenantTable(connection, setting("BANLI_TABLE"))


class _OneEndpoint:
    """A client that calls the endpoint it was made for. botocore works out anew for every call where it goes, from all
    its rows, which is a tenth of what a call costs; our table stands in one region and is not reached by account.
    """

    meta: Any

    def _resolve_endpoint_ruleset(self, *_: Any, **__: Any) -> tuple[str, dict[str, Any], dict[str, Any]]:
        return self.meta.endpoint_url, {}, {}


def _at_one_endpoint(base_classes: list[type], **_: Any) -> None:
    base_classes.insert(0, _OneEndpoint)


def _range(prefix: str, start: str | None, end: str | None) -> Any:
    sk = Path(["sk"])
    if start is not None and end is not None:
        return sk.between({"S": start}, {"S": end})
    if start is not None:
        return sk >= {"S": start}
    if end is not None:
        return sk <= {"S": end}
    return sk.startswith({"S": prefix}) if prefix else None


def _row(key: Key, item: dict[str, Any]) -> Row:
    return Row(
        key=key,
        kind=item["kind"]["S"],
        doc=json.loads(item["doc"]["S"]),
        version=int(item["v"]["N"]),
        operation_id=item["op"]["S"],
        expires_at=int(item["ttl"]["N"]) if "ttl" in item else None,
    )


def _outbox_row(now: datetime, envelope: Any) -> Change:
    doc = {name: getattr(envelope, name) for name in envelope.__slots__}
    expires = int((now + OUTBOX_KEEPS).timestamp())
    return Change(envelope.tenant_id, Key(OUTBOX, envelope.id), OUTBOX, Expect.ABSENT, 0, doc, expires)


def _check_limits(actions: list[tuple[str, dict[str, Any]]]) -> None:
    total = 0
    for _, action in actions:
        size = len(action.get("Item", {}).get("doc", {}).get("S", "").encode()) + ROW_BYTES
        if size > MAX_ITEM_BYTES:
            raise TooLarge(limit=MAX_ITEM_BYTES // 1000, unit="KB")
        total += size
    if total > MAX_TRANSACTION_BYTES:
        raise TooLarge(limit=MAX_TRANSACTION_BYTES // 1000, unit="KB")
