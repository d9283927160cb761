"""`make up`: from a fresh clone to a running Banli, and back to it in seconds. Ctrl-C stops it and keeps the data."""

import json
import os
import sys
import time
from urllib.error import URLError
from urllib.request import urlopen

from .. import demo
from ..client.browser import Mismatch
from ..terminal import Stop, step, unchanged
from . import cloud, deployment, web
from .place import Place, here
from .processes import Process


def main() -> int:
    place = here()
    began = time.monotonic()
    print("Banli 办理\n")
    start(place)
    put_demo()
    _greet(place, time.monotonic() - began)
    if not os.environ.get("DETACH"):
        _stay(place)
    return 0


def start(place: Place) -> None:
    """Everything but the demo data; what is already there and unchanged is left alone. Raises Stop."""
    if front(place).pid() is None:
        cloud.refuse_busy(place.port, "PORT")
    place.remember()
    web.build(here().stamps)  # web/dist belongs to the working tree, wherever the place is
    if cloud.process(place).pid() is None:
        with step("Local cloud"):
            started = cloud.start(place)
    else:
        started = cloud.start(place)
        unchanged("Local cloud")
    deployed = deployment.deploy(place)
    if started and not deployed:
        deployment.catch_up(place)
    with step("API"):
        start_front(place)


def put_demo() -> None:
    """Raises Stop."""
    try:
        demo.main()
    except Mismatch as mismatch:
        raise Stop(
            f"Banli runs, but the demo company could not be made; `make logs` may tell why.\n{mismatch}"
        ) from None


def stop(place: Place) -> bool:
    """The front first, so that nobody talks to a cloud that is saving its state; whether anything ran."""
    return any([front(place).stop(), cloud.process(place).stop()])


def front(place: Place) -> Process:
    return Process("front", "tools.local.front", place.directory)


def start_front(place: Place) -> None:
    """(Re)start the front on the deployed API, and wait for the first answer through all layers."""
    settings = {
        "port": place.port,
        "dist": str(web.DIST),
        "api": deployment.api_root(place),
        "cloud": place.cloud,
        "edge_key": deployment.edge_key(place),
    }
    file = place.directory / "front.json"
    text = json.dumps(settings, ensure_ascii=False)
    process = front(place)
    if process.pid() is None or not file.exists() or file.read_text("utf-8") != text:
        process.stop()
        file.write_text(text, "utf-8")
        file.chmod(0o600)
        command = [sys.executable, "-m", "tools.local.front", str(file)]
        process.start(command, {**os.environ, "PYTHONUTF8": "1"}, lambda: _answers(f"{place.origin}/"), 30)
    _answers(f"{place.origin}/v1/openapi.json", seconds=30)


def _answers(url: str, seconds: int = 2) -> bool:
    try:
        with urlopen(url, timeout=seconds) as reply:
            return bool(reply.status == 200)
    except (URLError, OSError):
        return False


def _greet(place: Place, seconds: float) -> None:
    print(f"\nReady after {seconds:.0f} s.\n")
    print(f"  Open        {place.origin}")
    print(f"  API         {place.origin}/v1/openapi.json")
    for name, password, who in demo.SIGN_INS:
        print(f"  Sign in     {name}   {password}   {who}")
    print("\n  make mail   the mails sent      make logs   what is going on")


def _stay(place: Place) -> None:
    print("  Ctrl-C      stops it, the data stays\n", flush=True)
    try:
        while cloud.process(place).pid() is not None:
            time.sleep(2)
        print("The local cloud has ended by itself; its log is", cloud.process(place).log)
    except KeyboardInterrupt:
        print()
    with step("Stopping"):
        stop(place)
