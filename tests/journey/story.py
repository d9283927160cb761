"""What the chapters of the journey share: where it runs, who takes part, and what has been made so far."""

import secrets
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from tools.client import Company, Person, new_company, wait_for
from tools.demo.data import Quote, load, quotes

from .installation import Installation
from .receiver import Receiver
from .steps import Steps


@dataclass
class Sent:
    """A quote as it was submitted: who has to decide, stage by stage; who has, and who was copied.

    `stopped` once it is rejected or withdrawn.
    """

    quote: Quote
    record_id: str
    run_id: str
    stages: list[list[Person]]
    decided: list[Person] = field(default_factory=list)
    copied: list[Person] = field(default_factory=list)
    stopped: bool = False

    @property
    def decisions(self) -> int:
        return sum(len(stage) for stage in self.stages)

    @property
    def asked(self) -> list[Person]:
        """Everybody who was asked so far: a stage is asked once all of the one before have approved."""
        found = list(self.stages[0])
        for before, after in pairwise(self.stages):
            if self.stopped or not all(person in self.decided for person in before):
                break
            found += after
        return found

    @property
    def waiting(self) -> list[Person]:
        """Who has it to do now."""
        return [] if self.stopped else [person for person in self.asked if person not in self.decided]


@dataclass
class Story:
    at: Installation
    steps: Steps
    company: Company
    receiver: Receiver
    today: date
    stamp: str
    quotes: list[Quote]
    flow_id: str = ""
    webhook_id: str = ""
    file_id: str = ""
    sent: dict[str, Sent] = field(default_factory=dict)

    @property
    def form_id(self) -> str:
        return self.company.forms["quote"]

    def wait_until(self, what: str, holds: Callable[[], bool], *, seconds: float = 60) -> None:
        """Raises Mismatch if it does not come to hold."""

        def look() -> bool:
            self.at.settle()
            return holds()

        wait_for(what, look, seconds=seconds)


def begin(at: Installation, steps: Steps, receiver: Receiver, today: date, wanted: Collection[str]) -> Story:
    """Addresses and passwords of this run are its own, so that the journey can be made again and again."""
    stamp = secrets.token_hex(4)
    company = new_company(
        load("company"), at, at.browse, domain=f"huadong-{stamp}.example", password=secrets.token_urlsafe(18)
    )
    chosen = [quote for quote in quotes() if not wanted or quote.key in wanted]
    return Story(at, steps, company, receiver, today, stamp, chosen)
