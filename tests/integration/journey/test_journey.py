"""The journey itself inside this process: the same steps, but for those that need a cloud to stop and start."""

from datetime import UTC, datetime

import pytest
from chalice.test import Client

from tools.journey.run import run
from tools.journey.steps import Steps

from ..conftest import Cloud
from .in_process import InProcess


@pytest.fixture(autouse=True)
def local_stage(monkeypatch: pytest.MonkeyPatch) -> None:
    """Webhooks to this machine are allowed on the local stage only."""
    monkeypatch.setenv("BANLI_WEBHOOK_LOOPBACK", "allow")


def test_the_whole_journey_passes(cloud: Cloud, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BANLI_STAGE", "local")
    lines: list[str] = []
    steps = Steps(lines.append)

    from app import app

    with Client(app, stage_name="local") as client:
        code = run(InProcess(cloud, client), steps, datetime.now(UTC).date())

    assert code == 0, "\n".join(lines)
    assert lines[-1] == f"journey: {steps.begun} steps, {steps.begun} passed"
