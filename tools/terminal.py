"""What commands say: one line a step with its time, and one sentence when something is in the way."""

import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

WIDTH = 34


class Stop(Exception):
    """Ends a command. The text is one sentence for the person at the terminal: what is wrong, and the way out."""


@contextmanager
def step(title: str) -> Iterator[None]:
    began = time.monotonic()
    print(f"  {title:<{WIDTH}} ", end="", flush=True)
    try:
        yield
    except BaseException:
        print("failed", flush=True)
        raise
    print(f"{time.monotonic() - began:6.1f} s", flush=True)


def unchanged(title: str) -> None:
    print(f"  {title:<{WIDTH}}  as it was", flush=True)


def run(command: Sequence[str], excuse: str, *, env: Mapping[str, str] | None = None, cwd: Path | None = None) -> str:
    """Run a helper program quietly; if it fails, show the end of its output, and stop with `excuse`."""
    try:
        done = subprocess.run(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=env, cwd=cwd, check=False
        )
    except FileNotFoundError:
        raise Stop(excuse) from None
    if done.returncode != 0:
        print("\n" + done.stdout.strip()[-4000:], file=sys.stderr)
        raise Stop(excuse)
    return done.stdout
