"""How often a password may be guessed: counted by address and by where the guesses come from.

Counting by address alone would let anybody lock its owner out with ten wrong passwords. So ten guesses from one origin
close the address to that origin, many from everywhere close it to all origins, and a device on which the owner has
signed in before counts for itself and is let through.
"""

import ipaddress

from ...kernel.session import Claim
from ...kernel.unit_of_work import UnitOfWork
from ..domain.accounts import Account
from .ports import Tenancy

WINDOW = 15 * 60
PER_ORIGIN = 10
PER_ADDRESS = 50
"""From all origins together: a guesser with many of them gets 4,800 tries a day at most."""

_ORIGIN, _ADDRESS = "sign_in_origin", "sign_in"


class Guesses:
    def __init__(self, tenancy: Tenancy) -> None:
        self._tenancy = tenancy

    def count(self, work: UnitOfWork, address: str, account: Account | None, device: Claim | None = None) -> None:
        """One more guess at `address`; the same rows for an address without an account. Raises LimitReached."""
        self._tenancy.limit(work, _ORIGIN, self._subject(work, address, account, device), PER_ORIGIN, WINDOW)
        if not _is_known(account, device):
            self._tenancy.limit(work, _ADDRESS, address, PER_ADDRESS, WINDOW)

    def clear(self, work: UnitOfWork, address: str, account: Account | None, device: Claim | None = None) -> None:
        """The password was right, or is a new one: whoever owns the address is not held to the guesses of others."""
        self._tenancy.clear_limit(work, _ORIGIN, self._subject(work, address, account, device))
        self._tenancy.clear_limit(work, _ADDRESS, address)

    def _subject(self, work: UnitOfWork, address: str, account: Account | None, device: Claim | None) -> str:
        if device is not None and _is_known(account, device):
            return f"{address} device {device.session_id}"
        return f"{address} {origin(work.actor.ip)}"


def _is_known(account: Account | None, device: Claim | None) -> bool:
    """Whether somebody has signed in as this account on the device before."""
    if account is None or device is None:
        return False
    membership = account.membership_in(device.tenant_id)
    return membership is not None and membership.member_id == device.member_id


def origin(ip: str) -> str:
    """What one caller has of addresses: an IPv4 address, or the /64 network that an IPv6 subscriber is given."""
    try:
        address = ipaddress.ip_address(ip)
    except ValueError:
        return ip
    return str(ipaddress.ip_network((address, 64), strict=False)) if address.version == 6 else str(address)
