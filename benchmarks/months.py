"""What a month costs: of a stack in which nothing happens, and of companies that work. Pure.

What people do in a day is assumed and stands here; what it uses was counted (`counts.py`).
"""

from dataclasses import dataclass

from tools.template.source import chalice_config, fragments, read_wiring
from tools.template.wiring import expand

from . import prices
from .usage import GB, Usage, bill

DAYS = 22
HOURS = 730
SWEEPS = 12 * HOURS
POLLS = 5 * 180 * HOURS
"""Of one queue: Lambda keeps five long polls of twenty seconds open, whether there are messages or not."""
OPERATIONS = 60
"""Routes and functions that a company uses in an hour in which it works; each has two metrics."""
HOURS_AT_WORK = DAYS * 10
SHARE_OF_HOURS = HOURS_AT_WORK / HOURS
"""CloudWatch bills a metric for the hours in which it was written."""

A_DAY = {"sign_in": 0.3, "list page of 20": 40, "get": 30, "create": 3, "approval": 0.5}
"""What one person does on a working day. A list of to-dos costs what a list page does, a change what a record does."""
COMPANIES = (20, 200, 2_000)


@dataclass(frozen=True, slots=True)
class Stack:
    """What the template makes that costs by being there."""

    alarms: int
    queues: int
    secrets: int


def stack() -> Stack:
    made = [*fragments(prices.REGION), expand(read_wiring())]
    kinds = [each.get("Type") for one in made for each in one.get("Resources", {}).values()]
    polled = len(read_wiring().queues)
    return Stack(kinds.count("AWS::CloudWatch::Alarm"), polled, kinds.count("AWS::SecretsManager::Secret"))


def memory_mb() -> dict[str, int]:
    usual = int(chalice_config()["lambda_memory_size"])
    return {each.name: each.memory or usual for each in read_wiring().functions}


def idle(counted: dict[str, Usage], made: Stack) -> dict[str, float]:
    """Dollars a month before anybody does anything."""
    return {
        f"{made.alarms} alarms": made.alarms * prices.ALARM.each,
        f"{made.queues} queues, polled": made.queues * POLLS * prices.MESSAGE.each,
        f"{made.secrets} secrets": made.secrets * prices.SECRET.each,
        f"{SWEEPS:,} sweeps": SWEEPS * sum(bill(counted["sweep"], memory_mb()).values()),
        f"{SWEEPS:,} checks of runs": SWEEPS * sum(bill(counted["check"], memory_mb()).values()),
        "metrics of the two": 2 * 2 * prices.METRIC.each,
    }


def month(people: int, counted: dict[str, Usage]) -> dict[str, float]:
    """Dollars of one company's month by service, above the idle stack; storage is that of a year's data."""
    parts: dict[str, float] = {}
    stored = 0.0
    for name, times in A_DAY.items():
        count = people * DAYS * times
        stored += 12 * count * counted[name].stored_bytes / GB
        for part, dollars in bill(counted[name], memory_mb()).items():
            parts[part] = parts.get(part, 0) + count * dollars
    parts["Metrics"] = OPERATIONS * 2 * prices.METRIC.each * SHARE_OF_HOURS
    parts["Storage and recovery"] = stored * (prices.STORAGE.each + prices.RECOVERY.each)
    return parts
