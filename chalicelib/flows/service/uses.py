"""Where flows name roles, departments and members: what the directory asks before it drops one."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from ...directory.api import Use
from ...kernel.unit_of_work import UnitOfWork
from ..domain import DISABLED, Flow
from ..naming import APPROVERS, named
from .ports import FlowStore


class Uses:
    def __init__(self, flows: FlowStore) -> None:
        self._flows = flows

    def uses_of(self, work: UnitOfWork, ids: Collection[str]) -> list[Use]:
        """Every flow is read, because no index says who names what: dropping is rare. A disabled one starts no run, and
        publishing it again checks it again.
        """
        found: list[Use] = []
        for flow, version in self._flows.every(work):
            if flow.status == DISABLED:
                continue
            in_use = list(_uses(flow, version.definition, ids, draft=False)) if version else []
            known = {(use.named, use.place, use.part) for use in in_use}
            found += in_use
            found += [
                use
                for use in _uses(flow, flow.definition, ids, draft=True)
                if (use.named, use.place, use.part) not in known
            ]
        return found


def _uses(flow: Flow, definition: Mapping[str, Any], ids: Collection[str], *, draft: bool) -> Iterator[Use]:
    name = definition["name"]
    for each in dict.fromkeys(named(definition)):
        if each.id in ids:
            yield Use(each.id, "flow", flow.id, name, each.place, each.node, draft, vital=each.place == APPROVERS)
