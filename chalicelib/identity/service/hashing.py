"""Hashing within a request: once, however often a lost race makes the request run again.

A hash takes longer than all reads and writes together. Whoever hashes again while others commit loses again, so a burst
of sign-ins would wear itself out; so the second run takes the few milliseconds that the rows need.
"""

from ...kernel.unit_of_work import UnitOfWork
from .ports import Hasher


def fits(hasher: Hasher, work: UnitOfWork, stored: str | None, password: str) -> bool:
    return work.memoize(("fits", stored, password), lambda: hasher.verify(stored, password))


def hashed(hasher: Hasher, work: UnitOfWork, password: str) -> str:
    return work.memoize(("hashed", password), lambda: hasher.hash(password))
