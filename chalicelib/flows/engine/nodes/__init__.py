"""The node types: one file each. A new type is a new file with a `NODE_TYPE`; it is found by that.

A node is frozen and knows its place (`path`) and what follows it (`next`). `enter` says what happens when a run comes
to it, and drives a run, a preview and the publish checks alike; `on_signal` says what reaches it while it waits.
"""

from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules

from ..node_types import NodeType


def _found() -> dict[str, NodeType]:
    modules = [import_module(f"{__name__}.{each.name}") for each in iter_modules(__path__)]
    types: list[NodeType] = [module.NODE_TYPE for module in modules if hasattr(module, "NODE_TYPE")]
    return {each.type: each for each in types}


NODE_TYPES: Mapping[str, NodeType] = _found()
