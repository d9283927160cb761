"""Resolving, connecting and reading within one deadline.

A socket's own timeout starts anew with every byte, so a peer that drips one byte a second holds a reader for ever.
`Deadline` is therefore asked for the time left before every single operation.
"""

import io
import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

Clock = Callable[[], float]
Resolve = Callable[[str, int, float], list[str]]
"""(name, port, seconds) -> addresses. Raises OSError."""
Connect = Callable[[str, int, float], socket.socket]
"""(address, port, seconds) -> a connected socket. Raises OSError."""

CHUNK = 16_384


@dataclass(frozen=True, slots=True)
class Deadline:
    """A moment on a monotonic clock. `left` raises TimeoutError once it is past."""

    at: float
    clock: Clock = time.monotonic

    def left(self, most: float | None = None) -> float:
        left = self.at - self.clock()
        if left <= 0:
            raise TimeoutError
        return left if most is None else min(left, most)


def resolve(name: str, port: int, seconds: float) -> list[str]:
    """All addresses of a name. `getaddrinfo` knows no timeout, so it runs beside us and is abandoned when late."""
    answers: queue.Queue[list[str] | OSError] = queue.Queue(1)

    def ask() -> None:
        try:
            found = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
            answers.put([str(entry[4][0]) for entry in found])
        except (OSError, UnicodeError) as error:
            answers.put(error if isinstance(error, OSError) else OSError(str(error)))

    threading.Thread(target=ask, daemon=True, name="resolve").start()
    try:
        answer = answers.get(timeout=seconds)
    except queue.Empty:
        raise TimeoutError from None
    if isinstance(answer, OSError):
        raise answer
    return list(dict.fromkeys(answer))


def connect(address: str, port: int, seconds: float) -> socket.socket:
    return socket.create_connection((address, port), timeout=seconds)


@cache
def tls_context() -> ssl.SSLContext:
    """Certificates verified against the name, TLS 1.2 at least: the library's own defaults."""
    return ssl.create_default_context()


class TimedSocket:
    """As much of a socket as `http.client` uses to send a request and read its answer, under one deadline."""

    def __init__(self, plain: socket.socket, deadline: Deadline) -> None:
        self._socket = plain
        self._deadline = deadline

    def sendall(self, data: bytes) -> None:
        rest = memoryview(data)
        while rest:
            self._socket.settimeout(self._deadline.left())
            rest = rest[self._socket.send(rest[:CHUNK]) :]

    def makefile(self, *_args: object, **_kwargs: object) -> io.BufferedReader:
        return io.BufferedReader(_TimedReader(self._socket, self._deadline), CHUNK)

    def close(self) -> None:
        """`http.client` closes as soon as it has the headers, while the body is unread; the door closes for real."""


class _TimedReader(io.RawIOBase):
    def __init__(self, plain: socket.socket, deadline: Deadline) -> None:
        self._socket = plain
        self._deadline = deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        self._socket.settimeout(self._deadline.left())
        return self._socket.recv_into(buffer)
