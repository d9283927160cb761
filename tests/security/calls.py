"""Making a route's call from its case, with one id after the other replaced."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from app import app
from chalicelib.edge.endpoint import Endpoint
from chalicelib.edge.openapi import endpoints

from ..integration.conftest import Answer, Api
from .cases import CASES, MORE, Case

ROUTES: dict[str, Endpoint] = {f"{method} {path}": declared for path, method, _, declared in endpoints(app)}
"""Every route of the application, found and not listed."""

_PARAMETER = re.compile(r"\{(\w+)\}")
MAX_VERSION = 9


class Places(Mapping[str, str]):
    """The ids of a company; remembers which were asked for, in order, and can put another into one place."""

    def __init__(self, ids: Mapping[str, str], place: int = -1, instead: str = "") -> None:
        self.asked: list[str] = []
        self._ids = ids
        self._place = place
        self._instead = instead

    def __getitem__(self, kind: str) -> str:
        self.asked.append(kind)
        return self._instead if len(self.asked) - 1 == self._place else self._ids[kind]

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


@dataclass(frozen=True)
class Sent:
    """One request, ready to go. `kinds` names the places of ids in it."""

    method: str
    path: str
    body: dict[str, object]
    kinds: tuple[str, ...]


def cases_of(route: str) -> tuple[Case, ...]:
    return (CASES[route], *MORE.get(route, ()))


def compose(route: str, ids: Mapping[str, str], place: int = -1, instead: str = "", way: int = 0) -> Sent:
    """The call of a route with these ids, and `instead` in one place; `way` picks among the route's cases."""
    case, places = cases_of(route)[way], Places(ids, place, instead)
    method, template = route.split(" ")
    path = _PARAMETER.sub(lambda found: case.fixed.get(found[1]) or places[_kind(case, found[1])], template)
    query, body = case.query(places), case.body(places)
    return Sent(method, path + (f"?{urlencode(query)}" if query else ""), body, tuple(places.asked))


def send(api: Api, route: str, sent: Sent, version: int = 1, headers: Mapping[str, str] | None = None) -> Answer:
    match = {"If-Match": f'"{version}"'} if ROUTES[route].if_match else {}
    body = sent.body if sent.method != "GET" else None
    return api.call(sent.method, sent.path, body, headers={**match, **(headers or {})})


def send_at_its_version(api: Api, route: str, sent: Sent) -> Answer:
    """With the If-Match that fits, found by trying; 0 is what was never saved."""
    for version in (*range(1, MAX_VERSION), 0):
        answer = send(api, route, sent, version)
        if answer.status != 412:
            break
    return answer


def ways() -> Iterator[tuple[str, int]]:
    """(route, number of the case) for every case of every route."""
    for route in sorted(CASES):
        for way in range(len(cases_of(route))):
            yield route, way


def places() -> Iterator[tuple[str, int, int, str]]:
    """(route, case, place, kind of id) for every place of an id in every case of every route."""
    for route, way in ways():
        for place, kind in enumerate(compose(route, defaultdict(lambda: "0" * 26), way=way).kinds):
            yield route, way, place, kind


def _kind(case: Case, parameter: str) -> str:
    return case.path.get(parameter, parameter.removesuffix("_id"))
