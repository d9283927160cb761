"""Where one local installation lives: its directory, ports and addresses. Tests have a place of their own."""

import json
import os
import socket
from dataclasses import dataclass
from pathlib import Path

from ..template.source import ROOT
from ..terminal import Stop

HOST = "127.0.0.1"
PORT = 8600
CLOUD_PORT = 8601
REGION = "us-east-1"
ACCOUNT = "000000000000"


@dataclass(frozen=True, slots=True)
class Workdir:
    directory: Path
    port: int
    cloud_port: int

    @property
    def origin(self) -> str:
        """What the browser opens."""
        return f"http://{HOST}:{self.port}"

    @property
    def cloud(self) -> str:
        """AWS_ENDPOINT_URL of the local cloud."""
        return f"http://{HOST}:{self.cloud_port}"

    @property
    def stamps(self) -> Path:
        return self.directory / "stamps"

    @property
    def logs(self) -> Path:
        return self.directory / "logs"

    def remember(self) -> None:
        """Later commands (down, mail, logs) find the ports that `up` was given."""
        self.directory.mkdir(parents=True, exist_ok=True)
        (self.directory / "place.json").write_text(json.dumps({"port": self.port, "cloud_port": self.cloud_port}))


def here() -> Workdir:
    """The place of this working tree: ports from PORT and CLOUD_PORT, or those of last time. Raises Stop."""
    directory = ROOT / ".local"
    saved: dict[str, int] = {}
    if (directory / "place.json").exists():
        saved = json.loads((directory / "place.json").read_text())
    port = _port("PORT", saved.get("port", PORT))
    return Workdir(directory, port, _port("CLOUD_PORT", saved.get("cloud_port", CLOUD_PORT)))


def is_free(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def free_ports(count: int) -> list[int]:
    """Held open together, so that they differ: for a place of one's own beside that of `make up`."""
    probes = [socket.socket() for _ in range(count)]
    for probe in probes:
        probe.bind((HOST, 0))
    ports = [int(probe.getsockname()[1]) for probe in probes]
    for probe in probes:
        probe.close()
    return ports


def _port(name: str, otherwise: int) -> int:
    text = os.environ.get(name, "").strip()
    if not text:
        return otherwise
    if not text.isascii() or not text.isdigit() or not 1024 <= int(text) <= 65535:
        raise Stop(f"{name}={text} is no port: choose a number from 1024 to 65535.")
    return int(text)
