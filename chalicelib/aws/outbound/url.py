"""What may be asked for: an absolute https URL in plain ASCII with nothing clever in it.

Two parsers that read one text differently are how such guards are passed, so there is one parser, it admits only
what has a single reading, and the request is built from its result, never from the text.
"""

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address

MAX_URL = 2048
PORTS = frozenset({443, 8443})

_URL = re.compile(
    r"(?P<scheme>https?)://"
    r"(?P<host>\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9.-]{1,253})"
    r"(?::(?P<port>[0-9]{1,5}))?"
    r"(?P<path>/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*)?"
    r"(?P<query>\?[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*)?\Z"
)
_LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\Z")
_NUMBER = re.compile(r"([0-9]+|0x[0-9a-f]*)\Z")
_LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})


@dataclass(frozen=True, slots=True)
class Target:
    """`host` is lower case; `path` begins with `/` and includes the query; `loopback` only on the local stage."""

    scheme: str
    host: str
    port: int
    path: str
    loopback: bool = False

    @property
    def name(self) -> str:
        """What is resolved and what the certificate must be for: an IPv6 literal without its brackets."""
        return self.host.strip("[]")

    @property
    def authority(self) -> str:
        """The Host header."""
        usual = 443 if self.scheme == "https" else 80
        return self.host if self.port == usual else f"{self.host}:{self.port}"


def parse_url(text: str, *, allow_loopback: bool = False) -> Target | str:
    """A target, or the code of what is wrong with the text (`url_shape`, `url_scheme`, `url_port`, `url_host`)."""
    found = _URL.match(text) if len(text) <= MAX_URL else None
    if found is None:
        return "url_shape"
    scheme, host = found["scheme"], found["host"].lower()
    loopback = allow_loopback and host in _LOOPBACK_NAMES
    if scheme != "https" and not loopback:
        return "url_scheme"
    port = int(found["port"] or (443 if scheme == "https" else 80))
    if not (0 < port < 65536 if loopback else port in PORTS):
        return "url_port"
    if not (loopback or _is_host(host)):
        return "url_host"
    return Target(scheme, host, port, (found["path"] or "/") + (found["query"] or ""), loopback)


def _is_host(host: str) -> bool:
    """A dotted DNS name, or an IP address in its one usual notation (never `127.1`, `0x7f.1` or `2130706433`)."""
    if host.startswith("["):
        return _reads_as(IPv6Address, host.strip("[]"))
    labels = host.split(".")
    if _NUMBER.match(labels[-1]):
        return _reads_as(IPv4Address, host)
    return len(labels) > 1 and all(_LABEL.match(label) for label in labels)


def _reads_as(kind: type[IPv4Address] | type[IPv6Address], text: str) -> bool:
    try:
        kind(text)
    except ValueError:
        return False
    return True
