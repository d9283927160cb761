"""Who listens to a company's events only at times: such a listener's queue gets those that the relay marks for it.

Most companies have no webhook, so a message a function call an event would find nothing to do. The relay asks once
for the events of a company that it has at hand. The read is strongly consistent and follows the commit of the event, so
a listener that was there first is never passed over.
"""

import logging
from collections.abc import Callable
from typing import NamedTuple

from ..kernel.actor import system_actor
from ..kernel.clock import utc_now
from ..kernel.errors import Unavailable
from ..kernel.extensions import Port, every
from ..kernel.unit_of_work import UnitOfWork

logger = logging.getLogger("banli")


class Listener(NamedTuple):
    """`name` is the `listener` of a queue in `infra/wiring.yaml`; `listens` says whether this company has it now."""

    name: str
    listens: Callable[[UnitOfWork], bool]


LISTENERS: Port[Listener] = Port("aws.listeners")


def listeners_of(tenant_id: str) -> list[str]:
    """The names of those that this company has. One that cannot be asked gets the events: it looks for itself."""
    work = UnitOfWork(system_actor(tenant_id), utc_now())
    return [each.name for each in every(LISTENERS) if _listens(each, work)]


def _listens(listener: Listener, work: UnitOfWork) -> bool:
    try:
        return listener.listens(work)
    except Unavailable:
        logger.warning("listener not asked", extra={"tenant": work.actor.tenant_id, "listener": listener.name})
        return True
