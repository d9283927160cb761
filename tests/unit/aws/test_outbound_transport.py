"""The outbound door against hostile servers: redirects, drips, endless bodies, gibberish, wrong certificates."""

import socket
import ssl
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from chalicelib.aws.outbound import Answer, NoAnswer, SafeHttpClient
from chalicelib.aws.outbound.client import MAX_ANSWER_BYTES
from chalicelib.aws.outbound.transport import resolve

from .listeners import Canary, Handler, answering, certificate, read_request, serving
from .outbound_vectors import PUBLIC_V4

pytestmark = pytest.mark.enable_socket


def send_to(handler: Handler, **settings: Any) -> Answer:
    with serving(handler) as port:
        return SafeHttpClient(allow_loopback=True, **settings).send(
            "POST", f"http://127.0.0.1:{port}/hook", {"x-a": "1"}, b"{}"
        )


def replying(raw: bytes) -> Handler:
    def handle(wire: socket.socket) -> None:
        read_request(wire)
        wire.sendall(raw)

    return handle


def test_request_and_answer_travel_whole() -> None:
    seen: list[bytes] = []

    def handle(wire: socket.socket) -> None:
        seen.append(read_request(wire))
        wire.sendall(b"HTTP/1.1 201 Created\r\nRetry-After: 7\r\nContent-Length: 2\r\n\r\nok")

    answer = send_to(handle)
    assert (answer.status, answer.body, answer.complete) == (201, b"ok", True)
    assert answer.headers["retry-after"] == "7"
    assert seen[0].startswith(b"POST /hook HTTP/1.1\r\n")
    assert seen[0].lower().count(b"\r\nhost:") == 1
    assert b"\r\nx-a: 1\r\n" in seen[0]


def test_a_redirect_is_an_answer_not_an_order(canary: Canary) -> None:
    location = f"http://127.0.0.1:{canary.port}/".encode()
    answer = send_to(replying(b"HTTP/1.1 302 Found\r\nLocation: " + location + b"\r\nContent-Length: 0\r\n\r\n"))
    assert answer.status == 302
    assert not canary.was_reached()


def test_proxy_variables_are_ignored(canary: Canary, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{canary.port}")
    assert send_to(replying(b"HTTP/1.1 204 No Content\r\n\r\n")).status == 204
    assert not canary.was_reached()


def test_an_endless_body_is_cut() -> None:
    def handle(wire: socket.socket) -> None:
        read_request(wire)
        wire.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 10000000000\r\n\r\n")
        while True:
            wire.sendall(b"x" * 65536)

    answer = send_to(handle)
    assert (answer.status, len(answer.body), answer.complete) == (200, MAX_ANSWER_BYTES, False)


def drip(before: bytes) -> Handler:
    def handle(wire: socket.socket) -> None:
        read_request(wire)
        wire.sendall(before)
        while True:
            wire.sendall(b"x")
            time.sleep(0.02)

    return handle


def test_dripping_headers_end_at_the_deadline() -> None:
    began = time.monotonic()
    with pytest.raises(NoAnswer):
        send_to(drip(b"HTTP/1.1 200 OK\r\nX-Slow: "), total_seconds=0.4)
    assert 0.3 < time.monotonic() - began < 3


def test_a_dripping_body_keeps_the_status() -> None:
    answer = send_to(drip(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n"), total_seconds=0.4)
    assert answer.status == 200
    assert 0 < len(answer.body) < 1000
    assert not answer.complete


def test_endless_interim_answers_end_at_the_deadline() -> None:
    def handle(wire: socket.socket) -> None:
        read_request(wire)
        while True:
            wire.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
            time.sleep(0.02)

    with pytest.raises(NoAnswer):
        send_to(handle, total_seconds=0.4)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"not http at all\r\n\r\n",
        b"HTTP/1.1 twohundred OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 70_000,
    ],
    ids=["nothing", "gibberish", "status", "many headers", "long header"],
)
def test_gibberish_is_no_answer(raw: bytes) -> None:
    with pytest.raises(NoAnswer):
        send_to(replying(raw))


def test_closed_silent_and_inner_look_the_same() -> None:
    """One error without text or cause class that a caller could show: it reveals nothing of ports."""
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    told = set()
    with pytest.raises(NoAnswer) as refused:
        SafeHttpClient(allow_loopback=True).send("GET", f"http://127.0.0.1:{port}/", {})
    told.add(str(refused.value))
    with pytest.raises(NoAnswer) as silent:
        send_to(lambda wire: time.sleep(0.3), total_seconds=0.1)
    told.add(str(silent.value))
    with pytest.raises(NoAnswer) as inner:
        SafeHttpClient(resolve=answering("10.0.0.1")).send("GET", "https://example.com/", {})
    told.add(str(inner.value))
    assert told == {""}


def test_a_hanging_lookup_is_abandoned(monkeypatch: pytest.MonkeyPatch) -> None:
    release = threading.Event()

    def hang(*args: object, **kwargs: object) -> list[Any]:
        release.wait(5)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    began = time.monotonic()
    with pytest.raises(TimeoutError):
        resolve("slow.example.com", 443, 0.1)
    release.set()
    assert time.monotonic() - began < 2


# -- certificates


@pytest.mark.parametrize(("certified", "called", "trusted", "status"), [
    ("hook.example.com", "hook.example.com", True, 200),
    (PUBLIC_V4, PUBLIC_V4, True, 200),
    ("other.example.com", "hook.example.com", True, None),
    ("hook.example.com", "hook.example.com", False, None),
])  # fmt: skip
def test_the_certificate_must_be_trusted_and_for_the_name(
    certified: str, called: str, trusted: bool, status: int | None, tmp_path: Path
) -> None:
    file = certificate(tmp_path, certified)
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(file)

    def client() -> ssl.SSLContext:
        return ssl.create_default_context(cafile=str(file) if trusted else None)

    with serving(replying(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"), server) as port:
        door = SafeHttpClient(
            resolve=answering(PUBLIC_V4),
            connect=lambda address, asked, seconds: socket.create_connection(("127.0.0.1", port), timeout=seconds),
            tls=client,
        )
        if status is None:
            with pytest.raises(NoAnswer):
                door.send("POST", f"https://{called}/", {})
        else:
            assert door.send("POST", f"https://{called}/", {}).status == status
