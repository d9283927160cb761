"""Breaks one guard after the other in a scratch copy of the code, and sees whether the tests that hold it fail."""

import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tools.template.source import ROOT
from tools.terminal import Stop

from .guards import Guard, guards

COPIED = ("app.py", "pyproject.toml", "chalicelib", ".chalice", "infra", "stepfunctions", "tests", "tools", "web/src")
AT_ONCE = 2
FAILED = re.compile(r"^(?:FAILED|ERROR) (tests/.+?)(?: - .*)?$", re.MULTILINE)
WITHOUT = ("-p", "no:cacheprovider", "-p", "no:schemathesis")
"""A fresh pytest for each guard: what no test of a guard uses is not loaded."""

TESTS_FAILED = 1
"""pytest's exit code; 2 and up mean that it could not even ask, which is no proof."""


@dataclass(frozen=True, slots=True)
class Broken:
    guard: Guard
    by: str
    """The first test that failed; empty if none did."""

    @property
    def noticed(self) -> bool:
        return bool(self.by)


def all_guards() -> list[Broken]:
    """One line a guard, as it goes. Raises Stop if a guard is not where the list says, or if a test that noticed one
    fails in an unbroken copy, too.
    """
    with TemporaryDirectory(prefix="banli-prove-") as scratch, ThreadPoolExecutor(AT_ONCE) as pool:
        numbered = enumerate(guards())
        broken = []
        for result in pool.map(lambda each: _break(Path(scratch) / str(each[0]), each[1]), numbered):
            print(f"  {result.guard.name:<50} {result.by or 'NOT NOTICED'}", flush=True)
            broken.append(result)
        noticing = sorted({each.by for each in broken if each.noticed})
        if noticing:
            found = _pytest(_copy(Path(scratch) / "whole"), noticing, f"--numprocesses={AT_ONCE}")
            if found.returncode != 0:
                raise Stop(f"These fail with no guard broken, too:\n{found.stdout[-2000:]}")
    return broken


def _break(copy: Path, guard: Guard) -> Broken:
    target = _copy(copy) / guard.file
    text = target.read_text("utf-8")
    if text.count(guard.old) != 1:
        raise Stop(f"{guard.name}: {guard.file} holds {text.count(guard.old)} times: {guard.old}")
    target.write_text(text.replace(guard.old, guard.new), "utf-8")
    found = _pytest(copy, guard.tests, "--exitfirst")
    names = FAILED.findall(found.stdout)
    shutil.rmtree(copy)
    return Broken(guard, names[0] if found.returncode == TESTS_FAILED and names else "")


def _copy(copy: Path) -> Path:
    """With what Python has compiled: it goes by each file's time and size, so only what is broken is compiled again."""
    copy.mkdir()
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns(".deployments"))
        else:
            shutil.copy(source, copy / name)
    return copy


def _pytest(copy: Path, tests: list[str] | tuple[str, ...], *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "-q", "--show-capture=no", *WITHOUT, *options, *tests]
    return subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
