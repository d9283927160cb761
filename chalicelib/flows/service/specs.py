"""Compiled versions of this process: a version is immutable, so that what was compiled once is never stale."""

from collections import OrderedDict

from ...kernel.unit_of_work import UnitOfWork
from .. import form_view
from ..domain import FlowVersionNotFound, Version
from ..engine import Spec, compile_flow
from .ports import FlowStore

CACHED = 256


class Specs:
    def __init__(self, store: FlowStore) -> None:
        self._store = store
        self._known: OrderedDict[tuple[str, str, int], Spec] = OrderedDict()

    def get(self, work: UnitOfWork, flow_id: str, number: int) -> Spec:
        """One read the first time, none after it. Raises FlowVersionNotFound."""
        place = (work.actor.tenant_id, flow_id, number)
        spec = self._known.get(place)
        if spec is None:
            version = self._store.version(work, flow_id, number)
            if version is None:
                raise FlowVersionNotFound()
            spec = self._known[place] = compile_version(version)
            if len(self._known) > CACHED:
                self._known.popitem(last=False)
        self._known.move_to_end(place)
        return spec


def compile_version(version: Version) -> Spec:
    return compile_flow(version.definition, form_view.from_doc(version.form))
