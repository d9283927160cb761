"""Somebody who decides at the same moment as others: a thread that does what the edge does."""

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from chalicelib.aws.table import table
from chalicelib.edge.errors import meaning
from chalicelib.kernel.actor import Actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.errors import BanliError, Contended
from chalicelib.kernel.unit_of_work import UnitOfWork

WON, NOTHING = "won", "nothing to do"


class ConcurrentClient(threading.Thread):
    """Decides, waits at the barrier just before the commit, commits; and again from the start if the race was lost.

    `one_at_a_time` is for a doubled table that breaks under threads. The race is not lost by it: all have decided
    before the first commits. `outcome` is `won`, `nothing to do`, or the code of the refusal, whose status is `status`.
    """

    def __init__(
        self,
        actor: Actor,
        barrier: threading.Barrier,
        act: Callable[[UnitOfWork], Any],
        one_at_a_time: AbstractContextManager[Any] | None = None,
    ) -> None:
        super().__init__(daemon=True)
        self._actor, self._barrier, self._act = actor, barrier, act
        self._turn = one_at_a_time or nullcontext()
        self.outcome = ""
        self.status = 0

    def run(self) -> None:
        waits = True
        while not self.outcome:
            work = UnitOfWork(self._actor, utc_now())
            try:
                with self._turn:
                    self._act(work)
                if waits:
                    waits = False
                    self._barrier.wait(timeout=60)
                with self._turn:
                    table().commit(work)
                self.outcome = WON if work.changes else NOTHING
            except Contended:
                continue
            except BanliError as error:
                self.outcome, self.status = error.code, meaning(error).status


def race(clients: list[ConcurrentClient]) -> None:
    """All at once, to the end."""
    for client in clients:
        client.start()
    for client in clients:
        client.join(timeout=120)
