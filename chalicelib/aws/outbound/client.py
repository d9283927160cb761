"""The HTTP client for foreign addresses: check the URL, resolve it once, connect to the checked address, read a
bounded answer.
"""

import contextlib
import http.client
import os
import socket
import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from ipaddress import IPv4Address

from ...kernel.errors import FieldError, Invalid
from ..settings import is_local
from .addresses import IPAddress, is_loopback, is_public, parse_address
from .transport import CHUNK, Clock, Connect, Deadline, Resolve, TimedSocket, connect, resolve, tls_context
from .url import Target, parse_url

CONNECT_SECONDS = 3.0
TOTAL_SECONDS = 10.0
MAX_ANSWER_BYTES = 65_536
MAX_ADDRESSES = 4


class UrlRefused(Invalid):
    """The text is no URL that we call, or its name does not lead to the public internet (never said which)."""

    code = "url_refused"


class NoAnswer(Exception):
    """No HTTP answer came, for whatever reason: refused, closed, unreachable, wrong certificate, too slow, gibberish.

    Deliberately without detail. Not a `BanliError`: nobody's request fails with it; a caller turns it into a state.
    """


@dataclass(frozen=True, slots=True)
class Answer:
    """`body` holds at most 64 KB; `complete` is False if more would have come, or the body broke off."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    complete: bool = True


@dataclass(frozen=True, slots=True)
class SafeHttpClient:
    """See the package. The collaborators are parameters so that a test can stand on either side of the wall."""

    allow_loopback: bool = False
    resolve: Resolve = resolve
    connect: Connect = connect
    tls: Callable[[], ssl.SSLContext] = tls_context
    clock: Clock = time.monotonic
    total_seconds: float = TOTAL_SECONDS

    def check(self, url: str, *, path: str = "/url") -> str:
        """Whether we would call this URL now; answers its host. `path` names the input field in the fault.

        Raises UrlRefused. A name that does not exist and one that leads inside get the same code.
        """
        target = self._parse(url, path)
        try:
            self._judge(target, Deadline(self.clock() + CONNECT_SECONDS, self.clock))
        except OSError as error:
            raise UrlRefused(fields=[FieldError.of(path, "url_address")]) from error
        return target.host

    def send(self, method: str, url: str, headers: Mapping[str, str], body: bytes = b"") -> Answer:
        """One request, one answer of any status. Raises UrlRefused for the text, NoAnswer for all that lies behind."""
        target = self._parse(url, "/url")
        deadline = Deadline(self.clock() + self.total_seconds, self.clock)
        try:
            with contextlib.closing(self._connect(target, deadline)) as plain:
                return _exchange(TimedSocket(plain, deadline), target, method, dict(headers), body)
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise NoAnswer from error

    def _parse(self, url: str, path: str) -> Target:
        target = parse_url(url, allow_loopback=self.allow_loopback)
        if isinstance(target, str):
            raise UrlRefused(fields=[FieldError.of(path, target)])
        return target

    def _judge(self, target: Target, deadline: Deadline) -> list[IPAddress]:
        """The addresses to connect to, IPv4 first. Raises OSError if any of them is not public (DNS rebinding)."""
        allowed = is_loopback if target.loopback else is_public
        found = [parse_address(text) for text in self.resolve(target.name, target.port, deadline.left(CONNECT_SECONDS))]
        addresses = [address for address in found if address is not None and allowed(address)]
        if not addresses or len(addresses) != len(found):
            raise OSError
        return sorted(addresses, key=lambda address: not isinstance(address, IPv4Address))[:MAX_ADDRESSES]

    def _connect(self, target: Target, deadline: Deadline) -> socket.socket:
        """Dial the judged addresses in turn, sharing the connect time; then TLS for the *name*."""
        addresses = self._judge(target, deadline)
        connecting = Deadline(min(deadline.at, self.clock() + CONNECT_SECONDS), self.clock)
        for left in range(len(addresses), 0, -1):
            try:
                plain = self.connect(str(addresses[-left]), target.port, connecting.left() / left)
                break
            except OSError:
                if left == 1:
                    raise
        if target.scheme != "https":
            return plain
        try:
            plain.settimeout(deadline.left())
            return self.tls().wrap_socket(plain, server_hostname=target.name)
        except BaseException:
            plain.close()
            raise


def _exchange(wire: TimedSocket, target: Target, method: str, headers: dict[str, str], body: bytes) -> Answer:
    """`http.client` writes and reads; the socket is ours, so neither proxies nor redirects exist."""
    connection = http.client.HTTPConnection(target.name, target.port)
    connection.sock = wire
    connection.auto_open = 0
    connection.request(method, target.path, body, {**headers, "Host": target.authority, "Connection": "close"})
    response = connection.getresponse()
    found = {name.lower(): value for name, value in response.getheaders()}
    text, complete = _read_some(response)
    return Answer(response.status, found, text, complete)


def _read_some(response: http.client.HTTPResponse) -> tuple[bytes, bool]:
    """The status has arrived, so a body that breaks off or never ends spoils only itself."""
    parts: list[bytes] = []
    size = 0
    try:
        while size <= MAX_ANSWER_BYTES:
            part = response.read1(CHUNK)
            if not part:
                return b"".join(parts), True
            parts.append(part)
            size += len(part)
    except (OSError, http.client.HTTPException, ValueError):
        pass
    return b"".join(parts)[:MAX_ANSWER_BYTES], False


@cache
def safe_http_client() -> SafeHttpClient:
    """The door of this process. Loopback opens only if the local stage says so outright; all else keeps it shut."""
    wanted = os.environ.get("BANLI_WEBHOOK_LOOPBACK", "").strip() == "allow"
    return SafeHttpClient(allow_loopback=wanted and is_local())
