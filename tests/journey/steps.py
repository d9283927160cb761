"""The journey's report: one line a step with its time, a mismatch with both sides, and the count at the end."""

import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import requests

from tools.client import Mismatch


class Broken(Exception):
    """A step failed and has been reported; what follows would only stumble over it."""


@dataclass
class Steps:
    """`say` prints a line. `begun` counts steps, `passed` those without a mismatch; skipped ones count in neither.
    `name` is that of the one chapter that was asked for, else empty.
    """

    say: Callable[[str], None] = print
    name: str = ""
    begun: int = 0
    passed: int = 0
    skipped: list[str] = field(default_factory=list)

    def chapter(self, title: str) -> None:
        self.say(f"\n{title}")

    @contextmanager
    def step(self, title: str) -> Iterator[None]:
        """Raises Broken if the step did."""
        self.begun += 1
        began = time.monotonic()
        try:
            yield
        except (Mismatch, requests.RequestException) as mismatch:
            self._line("✗", title, began)
            self.say(_indented(str(mismatch)))
            raise Broken(title) from mismatch
        except Exception as fault:
            self._line("✗", title, began)
            self.say(_indented(traceback.format_exc()))
            raise Broken(title) from fault
        self.passed += 1
        self._line("✓", title, began)

    def skip(self, title: str, why: str) -> None:
        self.skipped.append(title)
        self.say(f"  - {title}: skipped, {why}")

    def summary(self) -> str:
        return f"{'journey ' + self.name if self.name else 'journey'}: {self.begun} steps, {self.passed} passed"

    def _line(self, mark: str, title: str, began: float) -> None:
        self.say(f"  {mark} {self.begun:>3} {title}  {time.monotonic() - began:.1f} s")


def _indented(text: str) -> str:
    return "\n".join(f"      {line}" for line in text.splitlines())
