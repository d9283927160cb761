"""`make dev`: like `make up`, and whatever changes is deployed again; the web app is served by its own dev server."""

import os
import signal
import subprocess
import time

from ..deploy.build import sources
from ..hashing import fingerprint
from ..terminal import Stop, step
from . import cloud, deployment, up, web
from .workdir import Workdir, here


def main() -> int:
    workdir = here()
    up.start(workdir)
    up.put_demo()
    server = _web_server(workdir)
    print("\nWatching app.py, chalicelib/, infra/ and stepfunctions/; Ctrl-C ends.")
    try:
        _watch(workdir)
    except KeyboardInterrupt:
        print()
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait()
    with step("Stopping"):
        up.stop(workdir)
    return 0


def _watch(workdir: Workdir) -> None:
    seen = fingerprint(sources())
    while cloud.process(workdir).pid() is not None:
        time.sleep(1)
        now = fingerprint(sources())
        if now == seen:
            continue
        seen = now
        print(time.strftime("\n%H:%M:%S changed"))
        try:
            deployment.deploy(workdir)
            up.start_front(workdir)
        except Stop as fault:
            print(fault)


def _web_server(workdir: Workdir) -> subprocess.Popen[bytes]:
    """Vite with hot reload, which passes /v1 on to the front (BANLI_ORIGIN)."""
    return subprocess.Popen(
        ["npm", "run", "dev"],
        cwd=web.WEB,
        env={**os.environ, "BANLI_ORIGIN": workdir.origin},
        start_new_session=True,  # npm's own children end with it
    )
