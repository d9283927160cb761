"""`make up`: from a fresh clone to a running Banli, and back to it in seconds. Ctrl-C stops it and keeps the data."""

import json
import os
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from .. import demo
from ..client.browser import Mismatch
from ..hashing import fingerprint
from ..terminal import Stop, step, unchanged
from . import cloud, deployment, web
from .processes import Process
from .workdir import Workdir, here


def main() -> int:
    workdir = here()
    began = time.monotonic()
    print("Banli 办理\n")
    start(workdir)
    put_demo()
    _greet(workdir, time.monotonic() - began)
    if not os.environ.get("DETACH"):
        _stay(workdir)
    return 0


def start(workdir: Workdir) -> None:
    """Everything but the demo data; what is already there and unchanged is left alone. Raises Stop."""
    if front(workdir).pid() is None:
        cloud.refuse_busy(workdir.port, "PORT")
    workdir.remember()
    web.build(here().stamps)  # web/dist belongs to the working tree, wherever the place is
    if cloud.process(workdir).pid() is None:
        with step("Local cloud"):
            started = cloud.start(workdir)
    else:
        started = cloud.start(workdir)
        unchanged("Local cloud")
    deployed = deployment.deploy(workdir)
    if started and not deployed:
        deployment.catch_up(workdir)
    with step("API"):
        start_front(workdir)


def put_demo() -> None:
    """Raises Stop."""
    try:
        demo.main()
    except Mismatch as mismatch:
        raise Stop(
            f"Banli runs, but the demo company could not be made; `make logs` may tell why.\n{mismatch}"
        ) from None


def stop(workdir: Workdir) -> bool:
    """The front first, so that nobody talks to a cloud that is saving its state; whether anything ran."""
    return any([front(workdir).stop(), cloud.process(workdir).stop()])


def front(workdir: Workdir) -> Process:
    return Process("front", "tools.local.front", workdir.directory)


def start_front(workdir: Workdir) -> None:
    """(Re)start the front on the deployed API, and wait for the first answer through all layers."""
    settings = {
        "port": workdir.port,
        "dist": str(web.DIST),
        "api": deployment.api_root(workdir),
        "cloud": workdir.cloud,
        "edge_key": deployment.edge_key(workdir),
        "code": fingerprint([Path(__file__).parent]),  # another front is started when its code has changed
    }
    file = workdir.directory / "front.json"
    text = json.dumps(settings, ensure_ascii=False)
    process = front(workdir)
    if process.pid() is None or not file.exists() or file.read_text("utf-8") != text:
        process.stop()
        file.write_text(text, "utf-8")
        file.chmod(0o600)
        command = [sys.executable, "-m", "tools.local.front", str(file)]
        process.start(command, {**os.environ, "PYTHONUTF8": "1"}, lambda: _answers(f"{workdir.origin}/"), 30)
    _answers(f"{workdir.origin}/v1/openapi.json", seconds=30)


def _answers(url: str, seconds: int = 2) -> bool:
    try:
        with urlopen(url, timeout=seconds) as reply:
            return bool(reply.status == 200)
    except (URLError, OSError):
        return False


def _greet(workdir: Workdir, seconds: float) -> None:
    print(f"\nReady after {seconds:.0f} s.\n")
    print(f"  Open        {workdir.origin}")
    print(f"  API         {workdir.origin}/v1/openapi.json")
    for name, password, who in demo.SIGN_INS:
        print(f"  Sign in     {name}   {password}   {who}")
    print("\n  make mail   the mails sent      make logs   what is going on")


def _stay(workdir: Workdir) -> None:
    print("  Ctrl-C      stops it, the data stays\n", flush=True)
    try:
        while cloud.process(workdir).pid() is not None:
            time.sleep(2)
        print("The local cloud has ended by itself; its log is", cloud.process(workdir).log)
    except KeyboardInterrupt:
        print()
    with step("Stopping"):
        stop(workdir)
