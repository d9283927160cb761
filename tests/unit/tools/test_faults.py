"""What the reader of logs takes for a fault, and what not."""

import json

import pytest

from tools.local.faults import DEAD, EXPECTED, Expected, Line, faults, is_bad


def told(level: str, **facts: str) -> str:
    return json.dumps({"level": level, "message": "called", "service": "banli", **facts})


GOOD = [
    told("INFO", outcome="ok"),
    told("INFO", outcome="value_taken"),
    told("INFO", outcome="denied", operation="records.read"),
    told("INFO", outcome="Contended"),
    json.dumps({"_aws": {"Timestamp": 1}, "Failures": 1}),
    "START RequestId: 1 Version: $LATEST",
    "END RequestId: 1",
    "REPORT RequestId: 1\tDuration: 12 ms\tMemory Size: 512 MB",
    "",
    "[]",
]
BAD = [
    told("ERROR", operation="flows.signal_runs"),
    told("CRITICAL"),
    told("WARNING", reason="events refused"),
    told("INFO", outcome="failed", status="500"),
    "Traceback (most recent call last):\n  File ...",
    "botocore.exceptions.ClientError: An error occurred (AccessDeniedException) when calling the SendTaskSuccess",
    "User: arn:aws:sts::1:assumed-role/x is not authorized to perform: states:SendTaskSuccess on resource: *",
    "[ERROR] RunNotPerformed: fault",
    "2026-12-01T00:00:00Z 1 Task timed out after 60.00 seconds",
    json.dumps({"errorMessage": "boom", "errorType": "ValueError"}),
]


@pytest.mark.parametrize("text", GOOD)
def test_what_is_said_every_day_is_no_fault(text: str) -> None:
    assert is_bad(text) is False


@pytest.mark.parametrize("text", BAD)
def test_what_nobody_foresaw_is_one(text: str) -> None:
    assert is_bad(text) is True


def test_only_what_is_expected_of_this_function_may_be_there() -> None:
    lines = [Line(1, "deliver", BAD[0]), Line(2, "perform", BAD[0]), Line(3, "deliver", BAD[1])]
    expected = (Expected("deliver", "signal_runs", "the test makes it"),)
    assert faults(lines, expected) == lines[1:]
    assert faults(lines, ()) == lines


def test_a_message_that_comes_again_is_expected_a_denied_call_never() -> None:
    again = '{"level":"WARNING","message":"message comes again","operation":"x","reason":"contended"}'
    denied = again.replace("}", ',"params":"AccessDeniedException"}')
    assert faults([Line(1, "notify", again), Line(2, "notify", denied)]) == [Line(2, "notify", denied)]


def test_what_is_expected_says_why() -> None:
    assert all(each.why and each.words and each.function for each in EXPECTED)


def test_dead_letters_of_every_kind_are_looked_at() -> None:
    names = ["wake-runs-dead", "relay-failures", "undelivered", "failed-jobs"]
    assert all(DEAD.search(f"banli-local-{name}") for name in names)
    assert not DEAD.search("banli-local-wake-runs")
