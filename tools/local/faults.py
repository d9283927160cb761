"""What went wrong in a local cloud, by its functions' logs and its dead letters.

Journeys, browser tests and load end by asking, and whatever is found fails them. What may be there stands in
`EXPECTED`, each with its reason.
"""

import json
import re
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from . import cloud
from .logs import PREFIX
from .workdir import Workdir

DEAD = re.compile(r"-(dead|relay-failures|undelivered|failed-jobs)$")
"""Queues in which something that was given up waits for a person."""
GOOD_LEVELS = frozenset({"DEBUG", "INFO"})
BAD_TEXT = re.compile(
    r"Traceback \(most recent call last\)|AccessDenied|not authorized to perform|\[ERROR\]|\[CRITICAL\]|"
    r"Task timed out|Unhandled|errorMessage|Runtime\.ExitError|out of memory",
    re.IGNORECASE,
)
"""In lines that are not of our logger: what the runtime and the libraries say of a failure."""
SETTLED = 2.0
"""Seconds, until the last lines have come in."""


class Line(NamedTuple):
    """One line of a function's log, `at` in milliseconds since 1970."""

    at: int
    function: str
    text: str

    def __str__(self) -> str:
        return f"{time.strftime('%H:%M:%S', time.localtime(self.at / 1000))} {self.function}: {self.text[:2000]}"


class Expected(NamedTuple):
    """A line that may be there: whose ("*" is everybody's), by which words, and why that is no fault. A denied call is
    one whatever stands here.
    """

    function: str
    words: str
    why: str

    def covers(self, line: Line) -> bool:
        if DENIED.search(line.text):
            return False
        return self.function in ("*", line.function) and re.search(self.words, line.text) is not None


DENIED = re.compile(r"AccessDenied|not authorized to perform", re.IGNORECASE)
COMES_AGAIN = r'"level":"WARNING".*"message":"message comes again".*"reason":"{}"'
EXPECTED = (
    Expected(
        "send_notices",
        COMES_AGAIN.format("notice_busy"),
        "another delivery of the same message holds its claim; this one is given back by the queue",
    ),
    Expected(
        "deliver",
        COMES_AGAIN.format("attempt_unrecorded"),
        "the message of a later attempt overtook the record of the one before",
    ),
    Expected(
        "*",
        COMES_AGAIN.format("(contended|unavailable)"),
        "on a busy machine the emulator's table does not answer in three seconds, or others write a row all the time",
    ),
)


@dataclass(frozen=True, slots=True)
class Since:
    """From when on lines count, and how many dead letters there were already."""

    at: int
    dead: dict[str, int]


def begin(workdir: Workdir) -> Since:
    return Since(int(time.time() * 1000), _dead_letters(workdir))


def found(workdir: Workdir, since: Since, expected: Iterable[Expected] = EXPECTED) -> list[str]:
    """Every bad line since then, and every queue that has more dead letters; empty if all is well."""
    time.sleep(SETTLED)
    lines = sorted(faults(_lines(workdir, since.at), tuple(expected)))
    dead = [
        f"{queue}: {count} dead letters, {since.dead.get(queue, 0)} before"
        for queue, count in sorted(_dead_letters(workdir).items())
        if count > since.dead.get(queue, 0)
    ]
    return [*map(str, lines), *dead]


def faults(lines: Iterable[Line], expected: tuple[Expected, ...] = EXPECTED) -> list[Line]:
    """The lines that tell of a fault and are not expected."""
    return [line for line in lines if is_bad(line.text) and not any(each.covers(line) for each in expected)]


def is_bad(text: str) -> bool:
    """Of our logger, whatever is above information, and an outcome that nobody foresaw; of others, known words."""
    try:
        facts = json.loads(text)
    except ValueError:
        facts = None
    if not isinstance(facts, dict) or "level" not in facts:
        return BAD_TEXT.search(text) is not None
    return facts["level"] not in GOOD_LEVELS or facts.get("outcome") == "failed"


def _lines(workdir: Workdir, since: int) -> list[Line]:
    logs = cloud.client(workdir, "logs")
    return [
        Line(event["timestamp"], group["logGroupName"].removeprefix(PREFIX), event["message"].rstrip())
        for page in logs.get_paginator("describe_log_groups").paginate(logGroupNamePrefix=PREFIX)
        for group in page["logGroups"]
        for events in logs.get_paginator("filter_log_events").paginate(
            logGroupName=group["logGroupName"], startTime=since
        )
        for event in events["events"]
    ]


def _dead_letters(workdir: Workdir) -> dict[str, int]:
    """How many messages each queue of given-up ones holds."""
    sqs = cloud.client(workdir, "sqs")
    counts: dict[str, int] = {}
    for url in sqs.list_queues().get("QueueUrls", []):
        name = url.rpartition("/")[2]
        if DEAD.search(name):
            told: dict[str, Any] = sqs.get_queue_attributes(
                QueueUrl=url, AttributeNames=["ApproximateNumberOfMessages"]
            )["Attributes"]
            counts[name] = int(told["ApproximateNumberOfMessages"])
    return counts
