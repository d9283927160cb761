"""E-mail addresses: one canonical text for one mailbox, and what gives a repeated trial away."""

import re
import unicodedata
from functools import cache
from pathlib import Path

from .errors import EmailInvalid

_LOCAL = re.compile(r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*\Z", re.ASCII)
_DOMAIN = re.compile(r"([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{1,59})\Z", re.ASCII)

_LONGEST = 320
_DOTS_IGNORED = {"gmail.com": "gmail.com", "googlemail.com": "gmail.com"}


def canonical_email(text: str) -> str:
    """Lower case, NFC, the domain in punycode. Raises EmailInvalid for what SES or SMTP would not carry."""
    if len(text) > _LONGEST:
        raise EmailInvalid()
    local, at, domain = unicodedata.normalize("NFC", text).strip().lower().rpartition("@")
    try:
        domain = domain.encode("idna").decode("ascii").lower()
    except UnicodeError as error:
        raise EmailInvalid() from error
    if not at or len(local) > 64 or len(local) + len(domain) > 253:
        raise EmailInvalid()
    if not _LOCAL.match(local) or not _DOMAIN.match(domain):
        raise EmailInvalid()
    return f"{local}@{domain}"


def trial_identity(email: str) -> str:
    """The person behind an address: `li.wei+2@gmail.com` and `liwei@googlemail.com` are one, and get one trial."""
    local, _, domain = canonical_email(email).rpartition("@")
    local = local.partition("+")[0] or local
    if domain in _DOTS_IGNORED:
        return f"{local.replace('.', '')}@{_DOTS_IGNORED[domain]}"
    return f"{local}@{domain}"


def is_disposable(email: str) -> bool:
    """Whether the domain, or one above it, is known for throw-away mailboxes."""
    domain = canonical_email(email).rpartition("@")[2]
    labels = domain.split(".")
    return any(".".join(labels[start:]) in _disposable() for start in range(len(labels) - 1))


@cache
def _disposable() -> frozenset[str]:
    return frozenset((Path(__file__).parent / "disposable_domains.txt").read_text().split())
