"""`make dev`: like `make up`, and whatever changes is deployed again; the web app is served by its own dev server."""

import os
import signal
import subprocess
import time

from ..deploy.build import sources
from ..hashing import fingerprint
from ..terminal import Stop, step
from . import cloud, deployment, up, web
from .place import Place, here


def main() -> int:
    place = here()
    up.start(place)
    up.put_demo()
    server = _web_server(place)
    print("\nWatching app.py, chalicelib/, infra/ and stepfunctions/; Ctrl-C ends.")
    try:
        _watch(place)
    except KeyboardInterrupt:
        print()
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait()
    with step("Stopping"):
        up.stop(place)
    return 0


def _watch(place: Place) -> None:
    seen = fingerprint(sources())
    while cloud.process(place).pid() is not None:
        time.sleep(1)
        now = fingerprint(sources())
        if now == seen:
            continue
        seen = now
        print(time.strftime("\n%H:%M:%S changed"))
        try:
            deployment.deploy(place)
            up.start_front(place)
        except Stop as fault:
            print(fault)


def _web_server(place: Place) -> subprocess.Popen[bytes]:
    """Vite with hot reload, which passes /v1 on to the front (BANLI_ORIGIN)."""
    return subprocess.Popen(
        ["npm", "run", "dev"],
        cwd=web.WEB,
        env={**os.environ, "BANLI_ORIGIN": place.origin},
        start_new_session=True,  # npm's own children end with it
    )
