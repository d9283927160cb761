"""The outbound door against hostile URLs, names and servers. Everything that is dialled is dialled on loopback."""

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from chalicelib.aws.outbound import Answer, Door, NoAnswer, UrlRefused
from chalicelib.aws.outbound.door import MAX_ANSWER_BYTES
from chalicelib.aws.outbound.door import door as door_of_this_process
from chalicelib.aws.outbound.wire import resolve
from chalicelib.kernel.errors import Misconfigured

from .outbound_vectors import (
    CLOSED_ADDRESSES,
    OPEN_ADDRESSES,
    OPEN_TEXTS,
    PUBLIC_V4,
    PUBLIC_V6,
    REFUSED_TEXTS,
)

pytestmark = pytest.mark.enable_socket

Handler = Callable[[socket.socket], None]


class Canary:
    """A listener on loopback that stands for everything inside: a door that is shut never reaches it."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(0.05)
        self.port = self._listener.getsockname()[1]
        self.dialled: list[str] = []

    def dial(self, address: str, port: int, seconds: float) -> socket.socket:
        self.dialled.append(address)
        return socket.create_connection(("127.0.0.1", self.port), timeout=seconds)

    def was_reached(self) -> bool:
        try:
            self._listener.accept()[0].close()
        except TimeoutError:
            return False
        return True

    def close(self) -> None:
        self._listener.close()


@pytest.fixture
def canary() -> Iterator[Canary]:
    canary = Canary()
    yield canary
    canary.close()


def answering(*addresses: str) -> Callable[[str, int, float], list[str]]:
    return lambda name, port, seconds: list(addresses)


# -- what is refused


@pytest.mark.parametrize(("url", "code"), REFUSED_TEXTS.items(), ids=repr)
def test_a_clever_text_is_refused_before_any_lookup(url: str, code: str, canary: Canary) -> None:
    looked_up: list[str] = []

    def lookup(name: str, port: int, seconds: float) -> list[str]:
        looked_up.append(name)
        return [PUBLIC_V4]

    door = Door(resolve=lookup, dial=canary.dial)
    with pytest.raises(UrlRefused) as saved:
        door.check(url)
    with pytest.raises(UrlRefused):
        door.send("POST", url, {})
    assert [(fault.path, fault.code) for fault in saved.value.fields] == [("/url", code)]
    assert looked_up == []


@pytest.mark.parametrize("address", CLOSED_ADDRESSES)
@pytest.mark.parametrize("beside", [(), (PUBLIC_V4,), (PUBLIC_V6, PUBLIC_V4)], ids=["alone", "mixed", "third"])
def test_a_name_that_leads_inside_is_never_dialled(address: str, beside: tuple[str, ...], canary: Canary) -> None:
    door = Door(resolve=answering(*beside, address), dial=canary.dial)
    with pytest.raises(UrlRefused) as saved:
        door.check("https://hook.example.com/")
    with pytest.raises(NoAnswer):
        door.send("POST", "https://hook.example.com/", {})
    assert [fault.code for fault in saved.value.fields] == ["url_address"]
    assert canary.dialled == []


def test_the_canary_sings_when_a_door_is_open(canary: Canary) -> None:
    """The proof that the tests around it can fail."""
    with pytest.raises(NoAnswer):
        Door(resolve=answering(PUBLIC_V4), dial=canary.dial, total_seconds=0.2).send("GET", "https://example.com/", {})
    assert canary.was_reached()


LITERALS = [text for text in CLOSED_ADDRESSES if "%" not in text and " " not in text]


@pytest.mark.parametrize("address", LITERALS)
def test_a_literal_inner_address_is_refused_by_the_real_resolver(address: str, canary: Canary) -> None:
    host = f"[{address}]" if ":" in address else address
    door = Door(dial=canary.dial)
    with pytest.raises(UrlRefused):
        door.check(f"https://{host}/")
    with pytest.raises(NoAnswer):
        door.send("GET", f"https://{host}/", {})
    assert canary.dialled == []


def test_unknown_name_and_inner_name_get_the_same_refusal() -> None:
    def unknown(name: str, port: int, seconds: float) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    faults = []
    for lookup in (unknown, answering("10.0.0.8"), answering()):
        with pytest.raises(UrlRefused) as refused:
            Door(resolve=lookup).check("https://erp.example.com/")
        faults.append((refused.value.fields, refused.value.params))
    assert faults[0] == faults[1] == faults[2]


def test_a_name_that_rebinds_after_saving_is_judged_again(canary: Canary) -> None:
    answers = iter([[PUBLIC_V4], ["127.0.0.1"]])
    door = Door(resolve=lambda name, port, seconds: next(answers), dial=canary.dial)
    door.check("https://rebind.example.com/")
    with pytest.raises(NoAnswer):
        door.send("POST", "https://rebind.example.com/", {})
    assert not canary.was_reached()


def test_the_address_dialled_is_the_address_judged() -> None:
    """The name is looked up once a request, so there is no second answer to swap in."""
    lookups: list[str] = []
    dialled: list[tuple[str, int]] = []

    def lookup(name: str, port: int, seconds: float) -> list[str]:
        lookups.append(name)
        return [PUBLIC_V4] if len(lookups) == 1 else ["127.0.0.1"]

    def dial(address: str, port: int, seconds: float) -> socket.socket:
        dialled.append((address, port))
        raise ConnectionRefusedError

    with pytest.raises(NoAnswer):
        Door(resolve=lookup, dial=dial).send("POST", "https://hook.example.com:8443/", {})
    assert lookups == ["hook.example.com"]
    assert dialled == [(PUBLIC_V4, 8443)]


@pytest.mark.parametrize("url", OPEN_TEXTS)
@pytest.mark.parametrize("address", OPEN_ADDRESSES)
def test_public_addresses_pass(url: str, address: str) -> None:
    host = Door(resolve=answering(address)).check(url)
    assert host == host.lower()
    assert host in url.lower()


def test_every_address_is_tried_ipv4_first() -> None:
    dialled: list[str] = []

    def dial(address: str, port: int, seconds: float) -> socket.socket:
        dialled.append(address)
        raise OSError

    with pytest.raises(NoAnswer):
        Door(resolve=answering(PUBLIC_V6, PUBLIC_V4), dial=dial).send("GET", "https://example.com/", {})
    assert dialled == [PUBLIC_V4, PUBLIC_V6]


# -- loopback on the local stage


def test_loopback_needs_both_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = []
    for stage, setting in (("local", "allow"), ("local", ""), ("local", "yes"), ("prod", "allow")):
        monkeypatch.setenv("BANLI_STAGE", stage)
        monkeypatch.setenv("BANLI_WEBHOOK_LOOPBACK", setting)
        door_of_this_process.cache_clear()
        opened.append(door_of_this_process().allow_loopback)
    monkeypatch.delenv("BANLI_STAGE")
    monkeypatch.setenv("BANLI_WEBHOOK_LOOPBACK", "allow")
    door_of_this_process.cache_clear()
    with pytest.raises(Misconfigured):
        door_of_this_process()
    door_of_this_process.cache_clear()
    assert opened == [True, False, False, False]


@pytest.mark.parametrize("url", ["http://127.0.0.1:9000/", "http://localhost:8080/hook", "https://[::1]:9443/"])
def test_allowed_loopback_takes_any_port(url: str) -> None:
    Door(allow_loopback=True).check(url)


def test_allowed_loopback_opens_nothing_else() -> None:
    door = Door(allow_loopback=True, resolve=answering("127.0.0.1"))
    for url in ("http://example.com/", "https://example.com/", "http://127.0.0.2/", "https://example.com:22/"):
        with pytest.raises(UrlRefused):
            door.check(url)
    with pytest.raises(UrlRefused):
        Door(allow_loopback=True, resolve=answering("10.0.0.1")).check("http://localhost/")


# -- hostile servers


@contextmanager
def serving(handler: Handler, tls: ssl.SSLContext | None = None) -> Iterator[int]:
    """A server on loopback that gives each connection to `handler`."""
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(0.1)
    stop = threading.Event()

    def run() -> None:
        while not stop.is_set():
            try:
                peer = listener.accept()[0]
            except TimeoutError:
                continue
            peer.settimeout(5)
            try:
                with tls.wrap_socket(peer, server_side=True) if tls else peer as wire:
                    handler(wire)
            except OSError:
                peer.close()

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield listener.getsockname()[1]
    finally:
        stop.set()
        thread.join()
        listener.close()


def read_request(wire: socket.socket) -> bytes:
    got = b""
    while b"\r\n\r\n" not in got:
        part = wire.recv(65536)
        if not part:
            break
        got += part
    return got


def send_to(handler: Handler, **settings: Any) -> Answer:
    with serving(handler) as port:
        return Door(allow_loopback=True, **settings).send("POST", f"http://127.0.0.1:{port}/hook", {"x-a": "1"}, b"{}")


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
        Door(allow_loopback=True).send("GET", f"http://127.0.0.1:{port}/", {})
    told.add(str(refused.value))
    with pytest.raises(NoAnswer) as silent:
        send_to(lambda wire: time.sleep(0.3), total_seconds=0.1)
    told.add(str(silent.value))
    with pytest.raises(NoAnswer) as inner:
        Door(resolve=answering("10.0.0.1")).send("GET", "https://example.com/", {})
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


def certificate(folder: Path, name: str) -> Path:
    """A self-signed certificate for `name`, key and certificate in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    try:
        alternative: x509.GeneralName = x509.IPAddress(ip_address(name))
    except ValueError:
        alternative = x509.DNSName(name)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([alternative]), critical=False)
        .sign(key, hashes.SHA256())
    )
    file = folder / f"{name}.pem"
    file.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return file


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
        door = Door(
            resolve=answering(PUBLIC_V4),
            dial=lambda address, asked, seconds: socket.create_connection(("127.0.0.1", port), timeout=seconds),
            tls=client,
        )
        if status is None:
            with pytest.raises(NoAnswer):
                door.send("POST", f"https://{called}/", {})
        else:
            assert door.send("POST", f"https://{called}/", {}).status == status
