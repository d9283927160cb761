"""Waiting for what the system does by itself: mails, webhooks, the next to-do after a restart."""

import time
from collections.abc import Callable
from typing import TypeVar

from .browser import Mismatch

Found = TypeVar("Found")

PAUSE = 0.2


def wait_for(what: str, look: Callable[[], Found | None], *, seconds: float = 60) -> Found:
    """The first answer of `look` that is neither None nor false nor empty. Raises Mismatch when time is up."""
    until = time.monotonic() + seconds
    while True:
        found = look()
        if found:
            return found
        if time.monotonic() > until:
            raise Mismatch(what, f"within {seconds:.0f} s", "nothing")
        time.sleep(PAUSE)
