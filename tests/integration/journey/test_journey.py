"""The journey itself inside this process: the same steps, but for those that need a cloud to stop and start."""

from datetime import UTC, datetime

import pytest
from chalice.test import Client

from tests.journey.run import run
from tests.journey.steps import Steps

from ...proof.sizes import LONG
from ..conftest import Cloud
from .in_process import InProcess

FEW = ("decided-twice", "rejected", "open-at-restart-two")
"""All quotes would take minutes in a doubled cloud; the end-to-end tests send them all, and play every chapter."""


@pytest.mark.parametrize(
    ("chapter", "title"),
    [
        ("bad_input", "journey bad_input"),
        ("linked", "journey linked"),
        ("records", "journey records"),
        *([("", "journey")] * LONG),
    ],
)
def test_a_chapter_passes_with_what_it_builds_on(
    cloud: Cloud, monkeypatch: pytest.MonkeyPatch, chapter: str, title: str
) -> None:
    monkeypatch.setenv("BANLI_STAGE", "local")
    monkeypatch.setenv("BANLI_WEBHOOK_LOOPBACK", "allow")  # the receiver is on this machine
    lines: list[str] = []
    steps = Steps(lines.append, chapter)

    from app import app

    with Client(app, stage_name="local") as client:
        code = run(InProcess(cloud, client), steps, datetime.now(UTC).date(), FEW)

    assert code == 0, "\n".join(lines)
    assert lines[-1] == f"{title}: {steps.begun} steps, {steps.begun} passed"
