"""How much a proof does, and from which seed."""

import os
import random

LONG = os.environ.get("BANLI_PROOF") == "long"
SEED = int(os.environ.get("SEED") or 20261125)


def size(*, short: int, long: int) -> int:
    """Rounds, requests, events: so many in this run."""
    return long if LONG else short


def dice(name: str) -> random.Random:
    """Chance for the proof of this name: the same in each run of the same SEED, whichever proofs run beside it."""
    return random.Random(f"{SEED} {name}")
