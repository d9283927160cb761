"""Decorators of everything that is not HTTP: event consumers, queue workers and claimed workers, workflow steps, jobs.

Each runs as the system for the one tenant that the message names, in a fresh `UnitOfWork` that is committed when the
body returns, and run again when a race was lost. A consumer is idempotent by event id: its row stands in the same
commit.
"""

import json
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from types import ModuleType
from typing import Any, TypeVar

from ..aws.table import table
from ..kernel.actor import system_actor
from ..kernel.clock import utc_now
from ..kernel.contexts import Function
from ..kernel.errors import BanliError, Invalid, Unavailable
from ..kernel.events import Envelope, read_envelope
from ..kernel.ids import SYSTEM_TENANT, is_id
from ..kernel.unit_of_work import Key, UnitOfWork
from .conflict_retry import until_won
from .errors import meaning
from .observe import logger, observed

MAX_DEPTH = 16
SEEN_KEEPS = timedelta(days=35)
"""Longer than any queue, archive or dead-letter queue gives an event back."""

T = TypeVar("T")


class EventLoop(Invalid):
    """Events that cause each other without end are cut here and kept in the dead-letter queue."""

    code = "event_loop"


class Unaddressed(Invalid):
    """A message that names no tenant is nobody's."""

    code = "message_unaddressed"


class Unfinished(Unavailable):
    """Some items of a loop failed; each is in the log."""

    code = "unfinished"


def consumer(name: str) -> Callable[[Callable[[UnitOfWork, Envelope], None]], Function]:
    """A listener of the bus behind its queue: `(work, envelope)`, once in effect for each event id."""

    def decorate(function: Callable[[UnitOfWork, Envelope], None]) -> Function:
        def one(message: dict[str, Any]) -> None:
            envelope = read_envelope(message["detail"])
            if envelope.depth > MAX_DEPTH:
                raise EventLoop()

            def body(work: UnitOfWork) -> None:
                seen = Key(f"seen#{name}", envelope.id)
                if table().get(work, seen) is not None:
                    return
                function(work, envelope)
                work.create(seen, "seen", {}, expires_at=int((work.now + SEEN_KEEPS).timestamp()))

            _run("event", name, envelope.tenant_id, body, envelope)

        return _batch("consumer", name, one, function)

    return decorate


def worker(name: str) -> Callable[[Callable[[UnitOfWork, dict[str, Any]], None]], Function]:
    """A queue of our own messages: `(work, message)`. The body must check the row: messages repeat."""

    def decorate(function: Callable[[UnitOfWork, dict[str, Any]], None]) -> Function:
        def one(message: dict[str, Any]) -> None:
            _run("message", name, message.get("tenant_id"), lambda work: function(work, message))

        return _batch("worker", name, one, function)

    return decorate


def claimed_worker(
    name: str, claim: Callable[[UnitOfWork, dict[str, Any]], T | None]
) -> Callable[[Callable[[UnitOfWork, T], None]], Function]:
    """A queue of our own messages that each end in something outside that should happen once, such as a mail.

    What `claim(work, message)` writes is committed before the body, `(work, claimed)`, begins: of two deliveries at
    once one finds the claim of the other. None says that nothing is to be done. What the body writes, that it is done,
    is committed after it.
    """

    def decorate(function: Callable[[UnitOfWork, T], None]) -> Function:
        def one(message: dict[str, Any]) -> None:
            tenant_id = message.get("tenant_id")
            claimed = _run("claim", name, tenant_id, lambda work: claim(work, message))
            if claimed is not None:
                _run("message", name, tenant_id, lambda work: function(work, claimed))

        return _batch("claimed_worker", name, one, function)

    return decorate


def step(name: str) -> Callable[[Callable[[UnitOfWork, dict[str, Any]], dict[str, Any]]], Function]:
    """A task of a state machine: `(work, event) -> result`. Failures carry the kind's ASL name (see `errors`)."""

    def decorate(function: Callable[[UnitOfWork, dict[str, Any]], dict[str, Any]]) -> Function:
        @wraps(function)
        def handle(event: dict[str, Any], context: Any) -> dict[str, Any]:  # noqa: ARG001 - Lambda's signature
            try:
                result: dict[str, Any] = _run("step", name, event.get("tenant_id"), lambda work: function(work, event))
                return result
            except BanliError as error:
                raise _asl_error(error) from error

        return _marked("step", handle)

    return decorate


def job(
    name: str, *, read: Callable[[dict[str, Any]], dict[str, Any]] | None = None
) -> Callable[[Callable[[UnitOfWork, dict[str, Any]], None]], Function]:
    """What a schedule or a rule starts: `(work, event)`. A periodic job of the platform names no tenant.

    `read` makes our event of one that AWS words, before its tenant is looked for.
    """

    def decorate(function: Callable[[UnitOfWork, dict[str, Any]], None]) -> Function:
        @wraps(function)
        def handle(event: dict[str, Any], context: Any) -> None:  # noqa: ARG001 - Lambda's signature
            said = read(event) if read else event
            _run("job", name, said.get("tenant_id", SYSTEM_TENANT), lambda work: function(work, said))

        return _marked("job", handle)

    return decorate


def apart(work: UnitOfWork, body: Callable[[UnitOfWork], T], tenant_id: str | None = None) -> T:
    """What `body` does in a unit of work of its own, committed at once, whatever becomes of this one."""

    def attempt(request_cache: dict[Any, Any]) -> T:
        actor = system_actor(tenant_id, work.actor.correlation_id) if tenant_id else work.actor
        own = UnitOfWork(
            actor, utc_now(), causation_id=work.causation_id, depth=work.depth, request_cache=request_cache
        )
        result = body(own)
        table().commit(own)
        return result

    return until_won(attempt, {})


def functions_of(*modules: ModuleType) -> dict[str, Function]:
    """The Lambda functions of these modules: whatever one of the decorators above made there, by its own name."""
    return {
        made.__name__: made
        for module in modules
        for made in vars(module).values()
        if hasattr(made, "__kind__") and made.__module__ == module.__name__
    }


def _marked(kind: str, handle: Function) -> Function:
    """With the decorator's name: `functions_of` finds it, and tests hold it against who calls it."""
    handle.__kind__ = kind  # type: ignore[attr-defined]
    return handle


def _batch(kind: str, name: str, one: Callable[[dict[str, Any]], None], function: Callable[..., None]) -> Function:
    @wraps(function)
    def handle(event: dict[str, Any], context: Any) -> dict[str, Any]:  # noqa: ARG001 - Lambda's signature
        failures = []
        for record in event["Records"]:
            try:
                one(json.loads(record["body"]))
            except Exception as fault:  # noqa: BLE001 - one bad message must not hold up its batch; it comes again
                _tell(fault, name, record["messageId"])
                failures.append({"itemIdentifier": record["messageId"]})
        return {"batchItemFailures": failures}

    return _marked(kind, handle)


def _tell(fault: Exception, name: str, message_id: str) -> None:
    """What passes by itself is a warning: the queue gives the message back, and if that never helps, it is a dead
    letter, which an alarm tells of.
    """
    told = {"operation": name, "message_id": message_id}
    if isinstance(fault, BanliError) and meaning(fault).retry and type(fault) is not BanliError:
        logger.warning("message comes again", extra={**told, "reason": fault.code, "params": str(fault.params)})
    else:
        logger.exception("message failed", extra=told)


def _run(kind: str, name: str, tenant_id: Any, body: Callable[[UnitOfWork], Any], cause: Envelope | None = None) -> Any:
    if not is_id(tenant_id):
        raise Unaddressed()
    correlation_id = cause.correlation_id if cause else ""
    with observed(kind, name, correlation_id) as facts:
        facts["tenant"] = tenant_id

        def attempt(request_cache: dict[Any, Any]) -> Any:
            work = UnitOfWork(
                system_actor(tenant_id, correlation_id),
                utc_now(),
                causation_id=cause.id if cause else "",
                depth=cause.depth + 1 if cause else 0,
                request_cache=request_cache,
            )
            result = body(work)
            table().commit(work)
            return result

        return until_won(attempt, facts)


def _asl_error(error: BanliError) -> Exception:
    """Lambda reports an exception's class name as the ASL error name, so the kind must be the class."""
    named: type[Exception] = type(meaning(error).asl, (Exception,), {})
    return named(f"{error.code} {error.params}")
