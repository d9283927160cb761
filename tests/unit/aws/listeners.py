"""Listeners on loopback: a canary that stands for everything inside, and servers that misbehave."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

Handler = Callable[[socket.socket], None]


class Canary:
    """A listener on loopback that stands for everything inside: a door that is shut never reaches it."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(0.05)
        self.port = self._listener.getsockname()[1]
        self.dialled: list[str] = []

    def connect(self, address: str, port: int, seconds: float) -> socket.socket:
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


def answering(*addresses: str) -> Callable[[str, int, float], list[str]]:
    return lambda name, port, seconds: list(addresses)


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
