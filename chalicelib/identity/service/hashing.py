"""Hashing within a request: once, however often a lost race makes the request run again.

A hash takes longer than all reads and writes together. Whoever hashes again while others commit loses again, so a burst
of sign-ins would wear itself out; so the second run takes the few milliseconds that the rows need.
"""

from ...kernel.work import Work
from .ports import Hasher


def fits(hasher: Hasher, work: Work, stored: str | None, password: str) -> bool:
    return work.once(("fits", stored, password), lambda: hasher.verify(stored, password))


def hashed(hasher: Hasher, work: Work, password: str) -> str:
    return work.once(("hashed", password), lambda: hasher.hash(password))
