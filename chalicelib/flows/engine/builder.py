"""Compiling collects: nodes by index, consulted fields, and every fault with its path, so that one answer shows all.

A definition is a nested tree; a spec is a flat list in which each node knows the index of what comes after it. Steps
are built last to first, because only then is "what comes after" known; faults are sorted into reading order at the end.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from ...kernel.errors import FieldError
from ..node_keys import is_reserved, node_key
from .fields import FormField, FormView

DONE = -1
"""The index of the end that needs no node: the run is approved."""

MAX_NODES = 100
MAX_DEPTH = 5


class SourceRef(NamedTuple):
    """A raw step and where it stands."""

    raw: Mapping[str, Any]
    path: str
    depth: int


class Builder:
    """One compilation. Node types call `steps` for what is nested in them and `add` for themselves."""

    def __init__(self, form: FormView, types: Mapping[str, Callable[["Builder", SourceRef, int], int]]) -> None:
        self.form = form
        self.nodes: list[Any] = []
        self.consulted: set[str] = set()
        self._types = types
        self._problems: list[tuple[tuple[Any, ...], FieldError]] = []
        self._ids: dict[str, str] = {}
        self._keys: dict[str, str] = {}

    def steps(self, raws: Sequence[Mapping[str, Any]], path: str, after: int, depth: int) -> int:
        """The index at which these steps begin; an empty list begins at what comes after it."""
        if raws and depth > MAX_DEPTH:
            self.fault(path, "flow_too_deep", limit=MAX_DEPTH)
            return after
        entry = after
        for number in range(len(raws) - 1, -1, -1):
            entry = self._step(SourceRef(raws[number], f"{path}/{number}", depth), entry)
        return entry

    def _step(self, source: SourceRef, after: int) -> int:
        build = self._types.get(source.raw["type"])
        if build is None:
            self.fault(f"{source.path}/type", "node_type_unknown", type=source.raw["type"])
            return after
        self._claim(source)
        return build(self, source, after)

    def _claim(self, source: SourceRef) -> None:
        node_id = source.raw["id"]
        if node_id in self._ids:
            self.fault(f"{source.path}/id", "node_id_taken", id=node_id, node=source.raw["name"])
        key = node_key(source.raw)
        if self._keys.get(key, node_id) != node_id:
            self.fault(f"{source.path}/key", "node_key_taken", key=key, node=source.raw["name"])
        if is_reserved(source.raw):
            self.fault(f"{source.path}/key", "key_reserved")
        self._ids[node_id] = source.path
        self._keys[key] = node_id

    def add(self, node: Any) -> int:
        if len(self.nodes) >= MAX_NODES:
            self.fault(node.path, "flow_too_long", limit=MAX_NODES)
        self.nodes.append(node)
        return len(self.nodes) - 1

    def field(self, field_id: str, path: str, kinds: tuple[str, ...]) -> FormField | None:
        """The form's field, noted as consulted; a fault if there is none of that id or of those kinds."""
        found = self.form.fields.get(field_id)
        if found is None:
            self.fault(path, "field_unknown" if field_id else "field_missing", field=field_id)
            return None
        if found.kind not in kinds:
            self.fault(path, "field_kind_unsuitable", field=found.name)
            return None
        self.consulted.add(field_id)
        return found

    def fault(self, path: str, code: str, **params: Any) -> None:
        parts = tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in path.split("/"))
        self._problems.append((parts, FieldError.of(path, code, **params)))

    @property
    def problems(self) -> list[FieldError]:
        return [fault for _, fault in sorted(self._problems, key=lambda problem: problem[0])]
