"""Random requests of one company with ids of another in them, each with its twin: the same request with ids that
never were, in the same places and as mangled.
"""

import json
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from chalicelib.kernel.ids import new_id

from ..integration.conftest import Api
from ..security.calls import ROUTES, Sent, compose, ways
from ..security.company_fixture import ROLES, SeededCompany

# An import that was started reads its file and drops it, which undoing what it did to the table does not bring back.
ROUTES_AND_WAYS = [each for each in ways() if each[0] != "POST /v1/forms/{form_id}/imports/{import_id}/start"]
WHO = (*ROLES, "nobody")

MANGLED: dict[str, Callable[[str], str]] = {
    "whole": lambda text: text,
    "longer": lambda text: text + "0",
    "shorter": lambda text: text[:-1],
    "much shorter": lambda text: text[:9],
    "other last": lambda text: text[:-1] + ("1" if text[-1] == "0" else "0"),
    "upper": lambda text: text.upper(),
    "doubled": lambda text: text * 2,
    "spaced": lambda text: text + "%20",
    "hashed": lambda text: text + "%23forms",
    "slashed": lambda text: text + "%2f..",
}
"""A foreign id itself, and its prefix twins: what extends, cuts or nearly is it."""

HEADERS = ("X-Tenant", "X-Tenant-Id", "X-Forwarded-Host", "X-Amz-Tenant", "X-Forwarded-For", "X-Correlation-Id")
SMUGGLED = ("tenant_id", "owner_id", "created_by", "company_id")


class Drawn(Mapping[str, str]):
    """Ids for the places of one request: of one's own company, of the other, nearly of the other, or made up.

    Asked for its `twin`, it gives the same but for what is the other's, in whose place stands what never was.
    """

    def __init__(self, dice: random.Random, own: Mapping[str, str], foreign: Mapping[str, str]) -> None:
        self._dice, self._own, self._foreign = dice, own, foreign
        self._places: list[tuple[str, str, str]] = []
        self._never: dict[str, str] = {}
        self._asked = 0
        self._twin = False

    def twin(self) -> "Drawn":
        """From its first place again."""
        self._asked, self._twin = 0, True
        return self

    @property
    def taken(self) -> list[tuple[str, str]]:
        """(foreign, what never was) in each place that is not one's own."""
        return [(foreign, never) for foreign, never, source in self._places if source != "own"]

    def __getitem__(self, kind: str) -> str:
        if self._asked == len(self._places):
            self._places.append(self._draw(kind))
        foreign, never, _ = self._places[self._asked]
        self._asked += 1
        return never if self._twin else foreign

    def _draw(self, kind: str) -> tuple[str, str, str]:
        if self._dice.random() < 0.45:
            return self._own[kind], self._own[kind], "own"
        mangle = self._dice.choice(list(MANGLED)) if self._dice.random() < 0.4 else "whole"
        # Sometimes an id of quite another kind: a record's where a form's belongs, the tenant's anywhere.
        other = kind if self._dice.random() < 0.8 else self._dice.choice(sorted(self._foreign))
        foreign = self._foreign[other]
        return MANGLED[mangle](foreign), MANGLED[mangle](self.never(foreign)), mangle

    def never(self, foreign: str) -> str:
        """The same id that never was wherever the same foreign one would stand."""
        return self._never.setdefault(foreign, new_id())

    def __iter__(self) -> Iterator[str]:
        return iter(self._own)

    def __len__(self) -> int:
        return len(self._own)


@dataclass
class Request:
    """What is sent, by whom. `secret` are texts of the other company in it, besides ids in their places."""

    route: str
    role: str
    sent: Sent
    headers: dict[str, str]
    raw: bytes | None
    names: list[str] = field(default_factory=list)
    """Ids of strangers in it, in their order: they stand for each other in what is compared."""

    def send(self, api: Api) -> Any:
        return api.call(self.sent.method, self.sent.path, headers=self.headers, raw=self.raw or b"")


def pair(
    dice: random.Random, own: SeededCompany, other: SeededCompany, cursors: Mapping[str, str]
) -> tuple[Request, Request]:
    """A request that names the other company's things, and its twin. `cursors` are the other's, by route."""
    route, way = dice.choice(ROUTES_AND_WAYS)
    role, drawn = dice.choice(WHO), Drawn(dice, own.ids, other.ids)
    shape = dice.getrandbits(32)
    never = drawn.never(other.tenant_id)
    made = []
    for twin in (False, True):
        sent = compose(route, drawn.twin() if twin else drawn, way=way)
        names = [pair[twin] for pair in drawn.taken]
        stranger = never if twin else other.tenant_id
        cursor = "A" * len(cursors.get(route, "")) if twin else cursors.get(route, "")
        made.append(_shaped(random.Random(shape), route, role, sent, names, stranger, cursor))
    return made[0], made[1]


def _shaped(
    dice: random.Random, route: str, role: str, sent: Sent, names: list[str], stranger: str, cursor: str
) -> Request:
    """The same dice give the same tricks to both of a pair."""
    headers = {"If-Match": f'"{dice.randint(1, 3)}"'} if ROUTES[route].if_match else {}
    path, body = sent.path, dict(sent.body)
    names = [*names, stranger]
    if dice.random() < 0.3:
        headers[dice.choice(HEADERS)] = stranger
    if cursor and dice.random() < 0.5:
        path += ("&" if "?" in path else "?") + f"cursor={cursor}"
        names.append(cursor)
    if "?" in path and dice.random() < 0.3:
        given = path.partition("?")[2].split("&")
        path += "&" + dice.choice(given).partition("=")[0] + "=" + stranger
    if sent.method == "GET":
        return Request(route, role, Sent(sent.method, path, {}, sent.kinds), headers, None, names)
    if dice.random() < 0.1:
        path += ("&" if "?" in path else "?") + f"tenant_id={stranger}"
    if dice.random() < 0.1:
        body[dice.choice(SMUGGLED)] = stranger
    raw = json.dumps(body).encode()
    if body and dice.random() < 0.1:
        raw = raw[:-1] + b", " + json.dumps({dice.choice(sorted(body)): stranger}).encode()[1:]
    if dice.random() < 0.1:
        headers["Idempotency-Key"] = "the key of all of them"
    return Request(route, role, Sent(sent.method, path, body, sent.kinds), headers, raw, names)
