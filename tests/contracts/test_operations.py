"""docs/operations.md says of every alarm what it means, what to look at and what to do; and of no other."""

import re
from typing import Any

from tools.template.source import ROOT, read_wiring

PAGE = (ROOT / "docs" / "operations.md").read_text("utf-8")
SECTION = re.compile(r"^### (?P<name>(?:<\w+>)?[A-Z]\w+)\n(?P<text>.*?)(?=^##)", re.MULTILINE | re.DOTALL)
KINDS = {"<Function>": r"[A-Z]\w*?", "<Queue>": r"[A-Z]\w*Queue"}


def sections() -> dict[str, str]:
    """By heading, of the headings that name an alarm or a kind of alarm."""
    part = PAGE.partition("## When an alarm calls")[2].partition("### What is late")[0] + "##"
    return {found["name"]: found["text"] for found in SECTION.finditer(part)}


def matches(heading: str, alarm: str) -> bool:
    kind = next((each for each in KINDS if heading.startswith(each)), "")
    return re.fullmatch(KINDS.get(kind, "") + heading.removeprefix(kind), alarm) is not None


def alarms(expanded: dict[str, Any]) -> list[str]:
    return [name for name, each in expanded["Resources"].items() if each["Type"] == "AWS::CloudWatch::Alarm"]


def test_every_alarm_has_its_heading(expanded: dict[str, Any]) -> None:
    missing = {alarm: [name for name in sections() if matches(name, alarm)] for alarm in alarms(expanded)}
    assert {alarm: found for alarm, found in missing.items() if len(found) != 1} == {}


def test_every_heading_has_an_alarm(expanded: dict[str, Any]) -> None:
    made = alarms(expanded)
    assert [name for name in sections() if not any(matches(name, alarm) for alarm in made)] == []


def test_every_heading_says_what_it_means_where_to_look_and_what_to_do() -> None:
    assert len(sections()) > 10
    for name, text in sections().items():
        assert [word for word in ("**Means:**", "**Look:**", "**Do:**") if text.count(word) != 1] == [], name


def test_every_function_and_queue_is_in_the_table_of_what_is_late() -> None:
    table = PAGE.partition("### What is late")[2].partition("\n## ")[0]
    wiring = read_wiring()
    named = {word for line in re.findall(r"^\| (.*?) \|", table, re.MULTILINE) for word in re.findall(r"`(\w+)`", line)}
    behind = set(re.findall(r"queue `(\w+)`", table))
    assert named == set(wiring.callers)
    assert behind == {queue.name for queue in wiring.queues}
