"""`make journey`, from an empty cloud: every step passes, the stop and start in its middle included."""

from datetime import UTC, datetime

from tests.journey.installation import Local
from tests.journey.run import run
from tests.journey.steps import Steps


def test_the_whole_journey_passes(installation: Local) -> None:
    lines: list[str] = []
    steps = Steps(lines.append)

    code = run(installation, steps, datetime.now(UTC).date())

    report = "\n".join(lines)
    assert code == 0, report
    assert steps.skipped == [], report
    assert lines[-1] == f"journey: {steps.begun} steps, {steps.begun} passed"
