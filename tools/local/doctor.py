"""`make doctor`: whether this machine has what Banli needs, and what of it is running. Changes nothing."""

import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator

from ..template.source import ROOT
from . import chrome, cloud, up, web
from .workdir import Workdir, here, is_free

FREE_GB = 2
MARKS = {True: "ok ", False: "NO ", None: "-- "}
"""None: only some commands need it."""


def main() -> int:
    workdir = here()
    findings = [*_machine(), *_running(workdir)]
    for fine, text in findings:
        print(f"  {MARKS[fine]} {text}")
    bad = sum(fine is False for fine, _ in findings)
    print("\nAll is well." if not bad else f"\n{bad} of {len(findings)} need attention.")
    return 1 if bad else 0


def _machine() -> Iterator[tuple[bool | None, str]]:
    yield True, f"Python {platform.python_version()} in {sys.prefix}"
    yield shutil.which("git") is not None, "git"
    node = _version("node")
    yield node >= web.NODE, f"Node.js {node or 'is missing'} (the web app needs {web.NODE} or newer, with npm)"
    yield shutil.which("npm") is not None, "npm"
    browser = chrome.find()
    yield bool(browser) or None, browser or f"no browser for `make test`. {chrome.MISSING}"
    free = shutil.disk_usage(ROOT).free // 1024**3
    yield free >= FREE_GB, f"{free} GB free on this disk ({FREE_GB} needed)"


def _running(workdir: Workdir) -> Iterator[tuple[bool, str]]:
    for process, port, option in (
        (cloud.process(workdir), workdir.cloud_port, "CLOUD_PORT"),
        (up.front(workdir), workdir.port, "PORT"),
    ):
        pid = process.pid()
        if pid is not None:
            yield True, f"{process.name} runs on port {port} (process {pid})"
        elif is_free(port):
            yield True, f"{process.name} is not running; port {port} is free"
        else:
            yield False, f"port {port} is used by another program: end that, or choose another with {option}=<number>"


def _version(program: str) -> int:
    if shutil.which(program) is None:
        return 0
    shown = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.search(r"(\d+)\.", shown)
    return int(found[1]) if found else 0
