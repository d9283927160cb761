"""What a step compares. Every one raises Mismatch with both sides."""

import json
from collections.abc import Iterable
from typing import Any

from tools.client import Answer, Mismatch

VOLATILE = ("correlation_id",)


def same(what: str, expected: Any, got: Any) -> None:
    if expected != got:
        raise Mismatch(what, expected, got)


def among(what: str, expected: Any, got: Iterable[Any]) -> None:
    listed = list(got)
    if expected not in listed:
        raise Mismatch(what, f"{expected} among them", listed)


def absent(what: str, unwanted: Any, got: Iterable[Any]) -> None:
    listed = list(got)
    if unwanted in listed:
        raise Mismatch(what, f"no {unwanted}", listed)


def refused(answer: Answer, status: int, code: str, path: str = "") -> None:
    """A problem with this status and code, a message, and (if `path` is given) `code` as the field error there."""
    answer.expect(status)
    found = answer.fault_at(path) if path else answer.code
    if found != code or not answer.body.get("title"):
        raise Mismatch(f"{answer.request}: problem", {"code": code, "path": path}, answer.body)


def indistinguishable(foreign: Answer, bogus: Answer, ids: Iterable[str] = ()) -> None:
    """Somebody else's id answers as an id that never was: status, headers, problem. `ids` are those that were asked
    for; an answer may repeat them.
    """
    same(f"{foreign.request}: beside an id that never was", _essence(bogus, ids), _essence(foreign, ids))


def _essence(answer: Answer, ids: Iterable[str]) -> dict[str, Any]:
    body = answer.body
    if isinstance(body, dict):
        body = {name: value for name, value in body.items() if name not in VOLATILE}
    text = json.dumps(body, ensure_ascii=False, sort_keys=True)
    for each in ids:
        text = text.replace(each, "<id>")
    return {"status": answer.status, "body": text, "headers": sorted(answer.headers)}
