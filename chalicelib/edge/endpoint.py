"""The `endpoint` decorator: the way of every HTTP request, top to bottom.

read the request → one batch read (session, rights, idempotency row, what the route prefetches) → actor → permission →
validate → the route's one service call → one commit with the answer → response. Losing a race means running again
with a fresh `UnitOfWork`; every failure leaves through the one error table.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

from chalice import Chalice
from chalice import Response as HttpResponse

from ..aws.table import table, to_json
from ..kernel.actor import Actor
from ..kernel.clock import utc_now
from ..kernel.errors import BanliError, Contended, Denied, NotFound, Unauthenticated
from ..kernel.ids import SYSTEM_TENANT, is_address, new_id
from ..kernel.languages import DEFAULT_LANGUAGE
from ..kernel.page import MAX_PAGE
from ..kernel.unit_of_work import Key, UnitOfWork
from . import idempotency, refusals, request_parsing
from .authentication import Claim, SessionRef, authenticator
from .conflict_retry import until_won
from .errors import PROBLEM_TYPE, InternalError, meaning, problem, retry_after
from .messages import preferred_language
from .observe import logger, observed
from .request import Request, Response
from .schemas import validate

PUBLIC = "public"
SIGNED_IN = "signed_in"

PAGE_QUERY: dict[str, dict[str, Any]] = {
    "limit": {"type": "integer", "minimum": 1, "maximum": MAX_PAGE},
    "cursor": {"type": "string", "maxLength": 2000},
}

Path = Mapping[str, str]
Prefetch = Callable[[Claim, Path], Iterable[Key]]


class TenantReadOnly(Denied):
    code = "tenant_read_only"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """What a route declares; OpenAPI and the security tests are made from it."""

    permission: str
    summary: str
    tag: str
    body: str | None = None
    response: str | None = None
    response_list: bool = False
    query: Mapping[str, dict[str, Any]] = field(default_factory=dict)
    status: int = 200
    if_match: bool = False
    saves: bool = True
    when_read_only: bool = False
    prefetch: Prefetch | None = None


_app: list[Chalice] = []


def attach(app: Chalice) -> None:
    """Tell the edge which application's current request it serves, and put Chalice's own refusals into its form."""
    _app[:] = [app]
    app.register_middleware(refusals.as_problem, "http")


def attached() -> Chalice:
    return _app[0]


def endpoint(
    permission: str,
    *,
    summary: str,
    tag: str,
    body: str | None = None,
    response: str | None = None,
    response_list: bool = False,
    query: Mapping[str, dict[str, Any]] | None = None,
    status: int = 200,
    if_match: bool = False,
    saves: bool = True,
    when_read_only: bool = False,
    prefetch: Prefetch | None = None,
) -> Callable[[Callable[..., Any]], Callable[..., HttpResponse]]:
    """Declare a route. `saves=False` marks a POST that only asks: it commits nothing and needs no key.

    `prefetch(claim, path)`, a function of the context's `prefetch.py`, answers the keys that the use case will read, so
    that they come with the session's.
    """
    declared = Endpoint(
        permission,
        summary,
        tag,
        body,
        response,
        response_list,
        query or {},
        status,
        if_match,
        saves,
        when_read_only,
        prefetch,
    )

    queries = request_parsing.QueryReader(declared.query)

    def decorate(function: Callable[..., Any]) -> Callable[..., HttpResponse]:
        @wraps(function)
        def view(**path: str) -> HttpResponse:
            return _Exchange(declared, queries, function, path, attached().current_request).answer()

        view.__endpoint__ = declared  # type: ignore[attr-defined]
        return view

    return decorate


class _Exchange:
    """One HTTP request on its way. Lives only as long as `answer` runs."""

    def __init__(
        self,
        declared: Endpoint,
        queries: request_parsing.QueryReader,
        function: Callable[..., Any],
        path: Path,
        raw: Any,
    ) -> None:
        self.declared = declared
        self.queries = queries
        self.function = function
        self.path = path
        self.method = str(raw.method)
        self.headers: Mapping[str, str] = raw.headers
        self.query = raw.query_params
        self.url = str(raw.context.get("path") or raw.path)
        self.context: Mapping[str, Any] = raw.context
        self.body: bytes = raw.raw_body or b""
        self.asked = preferred_language(self.headers.get("accept-language", ""))
        self.language = self.asked or DEFAULT_LANGUAGE
        self.correlation_id = request_parsing.read_correlation_id(
            self.headers, str(raw.context.get("requestId") or new_id())
        )

    def answer(self) -> HttpResponse:
        with observed("http", self.function.__name__, self.correlation_id) as facts:
            try:
                response = until_won(lambda request_cache: self._attempt(facts, request_cache), facts)
                facts["status"] = response.status or self.declared.status
                return self._http_response(response)
            except BanliError as error:
                facts.update(outcome=error.code, status=meaning(error).status)
                return self._problem(error)
            except Exception:  # noqa: BLE001 - the last line: a fault of ours becomes a problem with an id
                logger.exception("failed", extra={"correlation_id": self.correlation_id})
                facts.update(outcome="failed", status=500)
                return self._problem(InternalError())

    def _attempt(self, facts: dict[str, Any], request_cache: dict[Any, Any]) -> Response:
        request_parsing.refuse_foreign_origin(self.method, self.headers)
        ip = request_parsing.client_ip(self.headers, self.context)
        claim = authenticator().claim(request_parsing.read_cookies(self.headers))
        if claim is None and self.declared.permission != PUBLIC:
            raise Unauthenticated()
        if not all(is_address(value) for name, value in self.path.items() if name.endswith("_id")):
            raise NotFound()
        if self.declared.permission == PUBLIC:
            claim = None
        work = UnitOfWork(self._anonymous(ip), utc_now(), request_cache=request_cache)
        place = self._idempotency_place(claim, ip)
        self._prefetch(work, claim, place)
        work.actor = self._actor(work, claim, ip)
        facts.update(tenant=work.actor.tenant_id, member=work.actor.member_id)
        self.language = work.actor.language
        self._require_permission(work.actor)
        mark = ""
        if place is not None:
            mark = idempotency.fingerprint(self.method, self.url, self.body)
            before = self._before(work, place, mark)
            if before is not None:
                facts["replayed"] = True
                return before
        self._require_write(work.actor)
        request = self._request(work)
        try:
            return self._run(request, place, mark)
        except Contended:
            raise
        except BanliError as refusal:
            # Two with one key at once: what the first did is what the second is refused for. The row of its answer
            # was written with it, so it is there by now.
            twin = self._twin(work, place, mark)
            if twin is not None:
                facts["replayed"] = True
                return twin
            if refusal.keeps_work:
                table().commit(work)
            raise

    def _run(self, request: Request, place: tuple[str, Key] | None, mark: str) -> Response:
        response = self.function(request, **self.path)
        if not isinstance(response, Response):
            response = Response(response)
        if self.declared.saves:
            if place is not None:
                idempotency.remember(request.work, place, mark, response, response.status or self.declared.status)
            table().commit(request.work)
        return response

    def _before(self, work: UnitOfWork, place: tuple[str, Key], mark: str) -> Response | None:
        """The answer that this key was given before, if it may still be given.

        Rights may have been revoked since, and a session ended: rights inside the use case are asked by running it
        again without a commit, and a session that is over is not handed out, so that the request counts as a new one.
        Raises IdempotencyKeyReused, Denied, NotFound.
        """
        before = self._answered(work, place, mark)
        if before is None:
            return None
        if isinstance(before.session, SessionRef) and not authenticator().is_usable(work, before.session):
            return None
        if self.declared.permission == SIGNED_IN:
            try:
                self.function(self._request(work), **self.path)
            except (Denied, NotFound):
                raise
            except BanliError:
                pass  # what the first run did is in the way of a second, as it should be
        return before

    def _answered(self, work: UnitOfWork, place: tuple[str, Key], mark: str) -> Response | None:
        row = work.read[place]
        return idempotency.replay(row, mark, work.now.timestamp()) if row else None

    def _twin(self, work: UnitOfWork, place: tuple[str, Key] | None, mark: str) -> Response | None:
        """What the same request was answered since this one began to read."""
        if place is None:
            return None
        fresh = UnitOfWork(work.actor, work.now)
        table().prefetch(fresh, [place])
        return self._answered(fresh, place, mark)

    def _request(self, work: UnitOfWork) -> Request:
        request_parsing.refuse_foreign_charset(self.headers)
        body = request_parsing.read_json(self.body)
        if self.declared.body is not None:
            validate(self.declared.body, body)
        version = request_parsing.read_version(self.headers) if self.declared.if_match else None
        return Request(work, body, self.queries.read(self.query), self.headers, version)

    def _idempotency_place(self, claim: Claim | None, ip: str) -> tuple[str, Key] | None:
        if self.method != "POST" or not self.declared.saves:
            return None
        key = request_parsing.read_idempotency_key(self.headers)
        return idempotency.address(claim, key, ip, self.headers.get("cookie", ""))

    def _prefetch(self, work: UnitOfWork, claim: Claim | None, place: tuple[str, Key] | None) -> None:
        addresses: list[tuple[str, Key]] = [place] if place else []
        if claim is not None:
            addresses += authenticator().prefetch(claim)
            if self.declared.prefetch is not None:
                addresses += [(claim.tenant_id, key) for key in self.declared.prefetch(claim, self.path)]
        table().prefetch(work, addresses)

    def _anonymous(self, ip: str) -> Actor:
        return Actor(SYSTEM_TENANT, ip=ip, language=self.language, correlation_id=self.correlation_id)

    def _actor(self, work: UnitOfWork, claim: Claim | None, ip: str) -> Actor:
        if claim is None:
            return work.actor
        return authenticator().actor(work, claim, ip=ip, language=self.asked, correlation_id=self.correlation_id)

    def _require_permission(self, actor: Actor) -> None:
        permission = self.declared.permission
        if permission not in (PUBLIC, SIGNED_IN) and not actor.may(permission):
            raise Denied()

    def _require_write(self, actor: Actor) -> None:
        writes = self.method not in request_parsing.SAFE_METHODS and self.declared.saves
        if actor.read_only and writes and not self.declared.when_read_only:
            raise TenantReadOnly()

    def _http_response(self, response: Response) -> HttpResponse:
        status = response.status or self.declared.status
        headers: dict[str, Any] = {**self._headers("application/json"), **response.headers}
        if response.version is not None:
            headers["ETag"] = f'"{response.version}"'
        if response.session is not None:
            headers["Set-Cookie"] = authenticator().cookies(
                response.session if isinstance(response.session, SessionRef) else None
            )
        body = "" if response.body is None else to_json({**response.body, **response.once})
        return HttpResponse(body=body, status_code=status, headers=headers)

    def _problem(self, error: BanliError) -> HttpResponse:
        headers = self._headers(PROBLEM_TYPE)
        seconds = retry_after(error)
        if seconds is not None:
            headers["Retry-After"] = str(seconds)
        body = to_json(problem(error, self.language, self.correlation_id))
        return HttpResponse(body=body, status_code=meaning(error).status, headers=headers)

    def _headers(self, content_type: str) -> dict[str, str]:
        return {
            "Content-Type": content_type,
            "Content-Language": self.language,
            "Cache-Control": "no-store",
            "X-Correlation-Id": self.correlation_id,
            "X-Content-Type-Options": "nosniff",
        }
