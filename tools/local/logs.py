"""`make logs`: follow the front's log, and the log of every function with its name before each line."""

import json
import time
from pathlib import Path
from typing import Any

from ..terminal import Stop
from . import cloud
from .workdir import here

PREFIX = "/aws/lambda/banli-local-"
NOISE = ("START RequestId", "END RequestId", "REPORT RequestId", '{"_aws"')
TOLD = {"level", "message", "timestamp", "service", "location", "exception", "exception_name", "stack_trace"}
"""Fields that are in the line already, or that only machines want."""


def main() -> int:
    workdir = here()
    if not cloud.is_up(workdir):
        raise Stop("The local cloud is not running: `make up` starts it.")
    logs = cloud.client(workdir, "logs")
    since = int((time.time() - 300) * 1000)
    read = 0
    print("The last five minutes, then what happens; Ctrl-C ends.")
    while True:
        seen = int(time.time() * 1000)
        for moment, name, line in sorted(_function_lines(logs, since, seen)):
            print(f"{time.strftime('%H:%M:%S', time.localtime(moment / 1000))} {name:<14} {line}")
        since = seen
        read = _front_lines(workdir.logs / "front.log", read)
        time.sleep(1)


def _function_lines(logs: Any, since: int, until: int) -> list[tuple[int, str, str]]:
    lines = []
    for group in logs.describe_log_groups(logGroupNamePrefix=PREFIX)["logGroups"]:
        name = group["logGroupName"]
        found = logs.filter_log_events(logGroupName=name, startTime=since, endTime=until - 1)
        told = ((event["timestamp"], readable(event["message"].rstrip())) for event in found["events"])
        lines += [(moment, name.removeprefix(PREFIX), text) for moment, text in told if text]
    return lines


def readable(line: str) -> str:
    """A structured line as one for people; "" for what Lambda and the metrics say for machines."""
    if line.startswith(NOISE):
        return ""
    try:
        facts = json.loads(line)
    except ValueError:
        return line
    if not isinstance(facts, dict) or "message" not in facts:
        return line
    trouble = facts.get("exception", "")
    rest = " ".join(f"{name}={value}" for name, value in facts.items() if name not in TOLD and name != "xray_trace_id")
    return f"{facts.get('level', ''):<5} {facts['message']} {rest}" + (f"\n{trouble}" if trouble else "")


def _front_lines(log: Path, read: int) -> int:
    if not log.exists():
        return read
    with log.open("rb") as file:
        file.seek(read or max(0, log.stat().st_size - 2000))
        for line in file.read().decode(errors="replace").splitlines():
            print("front   ", line)
        return file.tell()
