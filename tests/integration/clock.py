"""Moving the clock of the edge: every entry point takes its moment there, and nowhere else."""

import sys
from datetime import datetime

import pytest


def travel(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    """From now on every request, consumer and job happens at `moment`."""
    for name in ("endpoint", "handlers"):
        monkeypatch.setattr(sys.modules[f"chalicelib.edge.{name}"], "utc_now", lambda: moment)
