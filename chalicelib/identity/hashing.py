"""argon2id behind the services' `Hasher` port. The library is imported on first use: only few functions hash.

19 MiB, 2 passes, 1 lane: OWASP's first choice; what it costs us is measured in docs/adr/0004.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from .domain.passwords import password_bytes

if TYPE_CHECKING:
    from argon2 import PasswordHasher

MEMORY_KIB = 19 * 1024
PASSES = 2
LANES = 1

NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$JsnV5CeIswKi2YZ5vcjxTw$R3/kdCTk8a9y8UqDw8FMSZXTtSGs16ntcYxtqyqDXL4"
"""A hash of random bytes that nobody kept: checking against it takes as long as against a real one."""


class Argon2Hasher:
    @cached_property
    def _argon2(self) -> "PasswordHasher":
        from argon2 import PasswordHasher

        return PasswordHasher(time_cost=PASSES, memory_cost=MEMORY_KIB, parallelism=LANES)

    def hash(self, password: str) -> str:
        return self._argon2.hash(password_bytes(password))

    def verify(self, stored: str | None, password: str) -> bool:
        """`stored` None: nobody's hash, which takes as long and never fits."""
        from argon2.exceptions import InvalidHashError, VerificationError

        try:
            return self._argon2.verify(stored or NOBODY, password_bytes(password)) and stored is not None
        except (VerificationError, InvalidHashError):
            return False

    def is_outdated(self, stored: str) -> bool:
        return self._argon2.check_needs_rehash(stored)
