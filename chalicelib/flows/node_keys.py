"""The keys of nodes in a definition: what text and programs call them, unique in the flow.

A node's key is its id, or derived from it, until a designer chooses another one. Only chosen keys are stored; answers
name all.
"""

from collections.abc import Callable, Mapping
from typing import Any

from ..kernel.ids import derived_id
from ..kernel.slugs import derived_key, is_key, looks_derived

NODE = "node"
Doc = Mapping[str, Any]


def node_key(node: Doc) -> str:
    return str(node.get("key") or _of_id(node["id"]))


def is_reserved(node: Doc) -> bool:
    """Whether the chosen key is one that another node could derive."""
    return "key" in node and looks_derived(node["key"], NODE)


def with_keys(definition: Doc) -> dict[str, Any]:
    """As the API answers it."""
    return {**definition, "steps": _each(definition["steps"], lambda node: {**node, "key": node_key(node)})}


def chosen_only(definition: Doc) -> dict[str, Any]:
    """As it is stored: without keys that would be derived anyway."""
    return {**definition, "steps": _each(definition["steps"], _chosen)}


def _chosen(node: Doc) -> Doc:
    return {name: value for name, value in node.items() if name != "key" or value != _of_id(node["id"])}


def _each(value: Any, change: Callable[[Doc], Doc]) -> Any:
    """Of every node at any depth, by what only nodes have: an id, a type and a name."""
    if isinstance(value, list):
        return [_each(item, change) for item in value]
    if not isinstance(value, Mapping):
        return value
    inner = {name: _each(part, change) for name, part in value.items()}
    return dict(change(inner)) if {"id", "type", "name"} <= inner.keys() else inner


def _of_id(node_id: str) -> str:
    return node_id if is_key(node_id) else derived_key(NODE, derived_id(node_id))
