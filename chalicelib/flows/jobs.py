"""What schedules start: the periodic look at the runs that need an execution.

Each call takes a bounded number of steps, a share of a company's list or one run, and leaves where it stopped: the
next call goes on there, company by company, and after the last begins anew. What fails is in the log and told at the
end; it holds up neither the runs nor the companies behind it.
"""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from ..edge import Unfinished, apart, job
from ..edge.observe import logger
from ..kernel.unit_of_work import UnitOfWork
from . import wiring

NAME = "flows.check_runs"
STEPS = 400
"""`DescribeExecution` may be called 300 times at once and then 15 times a second."""
SHARE = 50
ENTERED_AT_ONCE = 80
"""Rows of one transaction."""
LAST = "~"
"""Behind every id."""

T = TypeVar("T")


@job(NAME)
def check_runs(work: UnitOfWork, event: dict[str, Any]) -> None:
    """Runs behind which no execution stands any more → the next one. Raises Unfinished; `steps` is for trying it."""
    look = _Look(work, event.get("steps", STEPS))
    began, behind = wiring.run_repository().check_place(work)
    place = ("", "")
    for tenant_id in wiring.tenant_ids(work, began):
        behind = look.at_company(tenant_id, behind if tenant_id == began else "")
        if look.left <= 0:
            place = (tenant_id, behind)
            break
    apart(work, lambda own: wiring.run_repository().put_check_place(own, *place))
    if look.failed:
        raise Unfinished(count=look.failed)


class _Look:
    def __init__(self, work: UnitOfWork, steps: int) -> None:
        self._work = work
        self.left = steps
        self.failed = 0

    def at_company(self, tenant_id: str, behind: str) -> str:
        """Look at this company's runs; the one behind which the next call goes on, LAST if there are no more."""
        while self.left > 0:
            self.left -= 1
            share = self._try(tenant_id, partial(wiring.run_repository().watched, after=behind, limit=SHARE))
            if share is None:
                return LAST
            if not share.whole and self._enter_older(tenant_id):
                continue
            for run_id in share.run_ids:
                self.left -= 1
                self._try(tenant_id, partial(wiring.run_executions().check, run_id=run_id))
            if not share.more:
                return LAST
            behind = share.run_ids[-1]
        return behind

    def _enter_older(self, tenant_id: str) -> bool:
        """Runs from before there was a list: they are in somebody's to-dos. Whether the list is whole now."""
        before = self.failed
        older = self._try(tenant_id, wiring.handover().waiting) or []
        for first in range(0, len(older), ENTERED_AT_ONCE):
            self.left -= 1
            chunk = older[first : first + ENTERED_AT_ONCE]
            self._try(tenant_id, partial(wiring.run_repository().watch, run_ids=chunk))
        if self.failed == before:
            self._try(tenant_id, wiring.run_repository().mark_watched)
        return self.failed == before

    def _try(self, tenant_id: str, body: Callable[[UnitOfWork], T]) -> T | None:
        try:
            return apart(self._work, body, tenant_id)
        except Exception:  # noqa: BLE001 - whatever is wrong here, what is behind it must not wait for it
            logger.exception("run not checked", extra={"operation": NAME, "tenant": tenant_id})
            self.failed += 1
            return None
