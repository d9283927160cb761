"""Background processes that we started, remembered by id and by what they are, so that no other is ever stopped."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..terminal import Stop


@dataclass(frozen=True, slots=True)
class Process:
    """`mark` is a word of the command line that only this kind of process has."""

    name: str
    mark: str
    directory: Path

    @property
    def log(self) -> Path:
        return self.directory / "logs" / f"{self.name}.log"

    @property
    def _pid_file(self) -> Path:
        return self.directory / "run" / f"{self.name}.pid"

    def pid(self) -> int | None:
        """The id of the running process, or None."""
        try:
            pid = int(self._pid_file.read_text())
        except (FileNotFoundError, ValueError):
            return None
        _reap(pid)
        return pid if self.mark in _command_line(pid) else None

    def start(self, command: Sequence[str], env: Mapping[str, str], is_ready: Callable[[], bool], seconds: int) -> None:
        """Start, and wait until it is ready. Raises Stop with the end of its log."""
        for directory in (self.log.parent, self._pid_file.parent):
            directory.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as log:
            # A session of its own: Ctrl-C at the terminal reaches only `make up`, which stops things in order.
            child = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=env, start_new_session=True
            )
        _children[child.pid] = child
        self._pid_file.write_text(str(child.pid))
        until = time.monotonic() + seconds
        while not is_ready():
            if child.poll() is not None or time.monotonic() > until:
                self.stop()
                tail = self.log.read_text(errors="replace")[-1500:].strip()
                raise Stop(f"The {self.name} did not start; its log ({self.log}) ends:\n{tail}")
            time.sleep(0.1)

    def stop(self, seconds: int = 30) -> bool:
        """Ask it to end and wait, so that it can save its state; whether it was running."""
        pid = self.pid()
        if pid is not None:
            os.kill(pid, signal.SIGTERM)
            until = time.monotonic() + seconds
            while self.pid() is not None:
                if time.monotonic() > until:
                    raise Stop(f"The {self.name} (process {pid}) does not end; look at {self.log} before you kill it.")
                time.sleep(0.1)
            if pid in _children:
                _children.pop(pid).wait()
        self._pid_file.unlink(missing_ok=True)
        return pid is not None


def _command_line(pid: int) -> str:
    """Empty if there is no such process. Linux says it in /proc; elsewhere `ps` does."""
    if Path("/proc/self/cmdline").exists():
        try:
            return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            return ""
    return subprocess.run(["ps", "-o", "command=", "-p", str(pid)], capture_output=True, text=True, check=False).stdout


_children: dict[int, subprocess.Popen[bytes]] = {}
"""Those that this very process started."""


def discard(directory: Path) -> None:
    """Delete it without waiting: the code of thirty workers is ten thousand files, and some disks are slow."""
    doomed = directory.with_name(f"{directory.name}-{time.time_ns()}")
    directory.rename(doomed)
    delete = "import shutil, sys; shutil.rmtree(sys.argv[1], ignore_errors=True)"
    os.posix_spawn(sys.executable, [sys.executable, "-c", delete, str(doomed)], os.environ)


def _reap(pid: int) -> None:
    """If it was our child and has ended, let it go; otherwise it would look alive."""
    if pid in _children and _children[pid].poll() is not None:
        del _children[pid]
