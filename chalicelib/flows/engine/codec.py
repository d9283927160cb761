"""A run as JSON and back. Empty values are left out, so that a sign-off of five hundred stays a small row.

What is unknown is ignored, what is missing has its default, and a document of an earlier schema is brought up to this
one step by step. A plain run keeps the attributes that schema 1 reads (`node`, and visits under the name `visited`), so
that a function of the release before can still carry on what this one wrote; what such a function writes has no
`schema`, and is read as schema 1 again.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields
from operator import attrgetter
from typing import Any

from .run import FIRST, WAITING, Copy, Run, Task, Token, Visit

SCHEMA = 2

Doc = Mapping[str, Any]
Part = Task | Copy | Visit | Token

_PARTS: Mapping[str, tuple[str, type[Part]]] = {
    "tokens": ("tokens", Token),
    "visits": ("visited", Visit),
    "tasks": ("tasks", Task),
    "copies": ("copies", Copy),
}
"""Attribute of the run → its name in the document, and what it is a list of."""

_ALWAYS = ("tasks", "copies", "visited")
"""Schema 1 refuses a document without them."""


class _Shape:
    """The fields of a class: their names, how to get all at once, and the values that are left out."""

    def __init__(self, kind: type[Part] | type[Run]) -> None:
        self.names = tuple(each.name for each in fields(kind))
        self.known = frozenset(self.names)
        self.values = attrgetter(*self.names)
        self.defaults = [MISSING if _required(each) else _default(each) for each in fields(kind)]


def _required(each: Field[Any]) -> bool:
    return each.default is MISSING and each.default_factory is MISSING


def _default(each: Field[Any]) -> Any:
    return each.default if each.default_factory is MISSING else each.default_factory()


_SHAPES: Mapping[type[Part] | type[Run], _Shape] = {kind: _Shape(kind) for kind in (Run, Token, Visit, Task, Copy)}


def to_doc(run: Run) -> dict[str, Any]:
    doc = {"schema": SCHEMA, **{_named(name): each for name, each in _part(run).items()}}
    for name, (stored, _) in _PARTS.items():
        if stored in doc or stored in _ALWAYS:
            doc[stored] = [_part(each) for each in getattr(run, name)]
    if run.node:
        doc["node"] = run.node
    return doc


def _named(attribute: str) -> str:
    return _PARTS[attribute][0] if attribute in _PARTS else attribute


def _part(value: Part | Run) -> dict[str, Any]:
    shape = _SHAPES[type(value)]
    found = zip(shape.names, shape.values(value), shape.defaults, strict=True)
    return {name: each for name, each, default in found if each != default}


def from_doc(doc: Doc) -> Run:
    """Raises KeyError if what no run can be without is missing."""
    for upcast in _UPCASTS[int(doc.get("schema", 1)) - 1 :]:
        doc = upcast(doc)
    known = {name: doc[name] for name in _SHAPES[Run].names if name in doc and name not in _PARTS}
    for name, (stored, kind) in _PARTS.items():
        known[name] = tuple(_read(kind, each) for each in doc.get(stored, ()))
    known["changed"] = tuple(known.get("changed", ()))
    return Run(**known)


def _read(kind: type[Part], doc: Doc) -> Any:
    known = _SHAPES[kind].known
    return kind(**(doc if doc.keys() <= known else {name: each for name, each in doc.items() if name in known}))


def _one_token(doc: Doc) -> Doc:
    """Schema 1 knew one node, nodes in the order in which they were come through, and the node of each task. None of
    them was come through twice, so a task belongs to the one visit of its node.
    """
    visits = [_visit(number, each, doc) for number, each in enumerate(doc["visited"], start=1)]
    of_node = {visit["node"]: visit["id"] for visit in visits}
    at = doc.get("node", "")
    tokens = [{"id": FIRST, "node": at, "visit": of_node[at]}] if at else []
    tasks = [{**task, "visit": of_node.get(task["node"], "")} for task in doc["tasks"]]
    return {**doc, "visited": visits, "tokens": tokens, "tasks": tasks}


def _visit(number: int, visited: Doc, doc: Doc) -> dict[str, Any]:
    """When it was entered and left is known as far as its tasks tell."""
    tasks = [task for task in doc["tasks"] if task["node"] == visited["node"]]
    entered = min((task["opened_at"] for task in tasks if task.get("opened_at")), default="")
    left = max((task.get("ended_at", "") for task in tasks), default="") if visited["outcome"] != WAITING else ""
    return {**visited, "id": f"v{number}", "token": FIRST, "entered_at": entered, "left_at": left}


_UPCASTS: tuple[Callable[[Doc], Doc], ...] = (_one_token,)
"""From schema 1 to 2, and so on."""
