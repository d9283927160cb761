"""Memory of the processes of a local cloud, by `ps`: ours (the front, the functions' workers) and the emulator."""

import re
import statistics
import subprocess
from dataclasses import dataclass, field

MB = 1024
"""`ps` says kilobytes."""
CLOUD, FRONT = "emulator", "front"
FUNCTION = re.compile(r"AWS_LAMBDA_FUNCTION_NAME=(?:banli-local-)?(\S+)")


GROWTH = 1.10
SLACK_MB = 6
"""What a warm process may still take: less than a tenth more, and a little for the small ones."""


@dataclass(frozen=True, slots=True)
class Verdict:
    name: str
    warm_mb: float
    end_mb: float

    @property
    def grew(self) -> bool:
        return self.end_mb > self.warm_mb * GROWTH + SLACK_MB


@dataclass(slots=True)
class Memory:
    """Samples in MB by what a process is, and its id."""

    cloud_pid: int
    front_pid: int
    samples: dict[str, dict[int, list[tuple[float, float]]]] = field(default_factory=dict)
    _names: dict[int, str] = field(default_factory=dict)

    def sample(self, moment: float) -> None:
        now = self._now()
        self._learn(now.keys() - self._names.keys())
        for pid, megabytes in now.items():
            self.samples.setdefault(self._names[pid], {}).setdefault(pid, []).append((moment, megabytes))

    def verdicts(self, warm_at: float, window: float) -> list[Verdict]:
        """One for each of ours that was there both when all was warm and at the end: its largest process then and
        now, so that one that came late, or was late to load something, is measured by what its likes needed.
        """
        return [
            Verdict(name, *found)
            for name in self.samples
            if name != CLOUD and (found := self.ends(name, warm_at, window))
        ]

    def ends(self, name: str, warm_at: float, window: float) -> tuple[float, float] | None:
        """MB when it was warm and in the last window; None if it was not there."""
        last = max(seen[-1][0] for each in self.samples.values() for seen in each.values())
        warm, end = self._largest(name, warm_at, warm_at + window), self._largest(name, last - window, last)
        return (warm, end) if warm and end else None

    def _largest(self, name: str, begin: float, end: float) -> float:
        """Of its processes the largest, each by the median of that time; 0 if there was none."""
        seen = [[mb for moment, mb in each if begin <= moment <= end] for each in self.samples[name].values()]
        return max((statistics.median(each) for each in seen if each), default=0)

    def _now(self) -> dict[int, float]:
        rows = [tuple(map(int, line.split())) for line in _ps("-axo", "pid=,ppid=,rss=")]
        ours = {self.cloud_pid, self.front_pid}
        for _ in range(3):  # workers are children of the emulator, some by a launcher in between
            ours |= {pid for pid, parent, _ in rows if parent in ours}
        return {pid: rss / MB for pid, _, rss in rows if pid in ours}

    def _learn(self, pids: set[int]) -> None:
        """A worker has its function's name in its environment."""
        found = {}
        for line in _ps("eww", "-o", "pid=,command=", "-p", ",".join(map(str, pids))) if pids else ():
            function = FUNCTION.search(line)
            found[int(line.split()[0])] = function[1] if function else "other"
        self._names |= dict.fromkeys(pids, "other") | found | {self.cloud_pid: CLOUD, self.front_pid: FRONT}


def _ps(*options: str) -> list[str]:
    """A process that has ended meanwhile makes `ps` answer less, and fail."""
    return subprocess.run(["ps", *options], check=False, capture_output=True, text=True).stdout.splitlines()
