"""What stands beside the table: the bus, the queues, the executions of the run machine, schedules and mail.

Values only, so that all of it can be kept and put back. What our functions ask for is done here at once; what AWS then
does with it, `driver.py` does.
"""

import json
from dataclasses import dataclass, field, replace
from typing import Any

from tools.template.source import read_wiring

QUEUES = read_wiring().queues
Reply = tuple[int, dict[str, Any]]

READY, DEAD, DONE = "ready", "dead", "done"


@dataclass
class Execution:
    """Where an execution of `run.asl.json` stands: about to perform, or ended.

    `due` is when it may go on, in seconds: after a pause or a retry's interval.
    """

    name: str
    payload: dict[str, Any]
    place: str = READY
    due: float = 0.0
    tries: int = 0
    told: bool = False
    """Whether its death was told to `restart_execution`."""


@dataclass
class Message:
    """One message of a queue, and when it is seen (again)."""

    queue: str
    body: str
    due: float
    tries: int = 0


@dataclass
class Outside:
    """`mails` by Message-ID, `schedules` by name: twice is as once where the fixture outside sees it so. `put` is the
    type and subject of each event that the bus took, by its id.
    """

    now: float = 0.0
    messages: list[Message] = field(default_factory=list)
    executions: dict[str, Execution] = field(default_factory=dict)
    mails: dict[str, list[str]] = field(default_factory=dict)
    schedules: dict[str, str] = field(default_factory=dict)
    put: dict[str, str] = field(default_factory=dict)

    def keep(self) -> "Outside":
        return replace(
            self,
            messages=[replace(each) for each in self.messages],
            executions={name: replace(each) for name, each in self.executions.items()},
            mails={identity: list(to) for identity, to in self.mails.items()},
            schedules=dict(self.schedules),
            put=dict(self.put),
        )

    # -- what our functions ask for

    def put_events(self, entries: list[dict[str, Any]]) -> Reply:
        """Each event goes to every queue that hears its type."""
        for entry in entries:
            envelope = json.loads(entry["Detail"])
            self.put[envelope["id"]] = f"{envelope['type']} {envelope['subject']}"
            body = json.dumps({"detail-type": entry["DetailType"], "detail": envelope})
            for queue in QUEUES:
                if queue.hears_of(entry["DetailType"], envelope):
                    self.messages.append(Message(queue.name, body, self.now))
        return 200, {"FailedEntryCount": 0, "Entries": [{"EventId": "e"} for _ in entries]}

    def send_message(self, queue: str, body: str, delay: int) -> Reply:
        self.messages.append(Message(queue, body, self.now + delay))
        return 200, {"MessageId": "m"}

    def start_execution(self, name: str, payload: str) -> Reply:
        """The same name and input while it runs is the same execution; afterwards the name is taken for ever."""
        found = self.executions.get(name)
        if found is None:
            made = json.loads(payload)
            self.executions[name] = Execution(name, made, due=self.now + made["pause"])
        elif found.place in (DEAD, DONE):
            return 400, {"__type": "ExecutionAlreadyExists", "message": name}
        return 200, {"executionArn": f"arn:aws:states:us-east-1:123456789012:execution:run:{name}", "startDate": 0}

    def create_schedule(self, name: str, request: str) -> Reply:
        if name in self.schedules:
            return 409, {"__type": "ConflictException", "Message": name}
        return self.update_schedule(name, request)

    def update_schedule(self, name: str, request: str) -> Reply:
        self.schedules[name] = request
        return 200, {"ScheduleArn": f"arn:aws:scheduler:us-east-1:123456789012:schedule/default/{name}"}

    def send_mail(self, identity: str, to: str) -> None:
        self.mails.setdefault(identity, []).append(to)
