"""What the chapters of the journey share: where it runs, who takes part, and what has been made so far."""

import secrets
from dataclasses import dataclass, field
from datetime import date

from ..client import Company, Person, new_company
from ..demo.data import Quote, load, quotes
from .installation import Installation
from .receiver import Receiver
from .steps import Steps


@dataclass
class Sent:
    """A quote as it was submitted, and the people who have to decide, stage by stage."""

    quote: Quote
    record_id: str
    run_id: str = ""
    stages: list[list[Person]] = field(default_factory=list)


@dataclass
class Story:
    at: Installation
    steps: Steps
    company: Company
    receiver: Receiver
    today: date
    stamp: str
    quotes: list[Quote] = field(default_factory=quotes)
    flow_id: str = ""
    sent: dict[str, Sent] = field(default_factory=dict)

    @property
    def form_id(self) -> str:
        return self.company.forms["quote"]


def begin(at: Installation, steps: Steps, receiver: Receiver, today: date) -> Story:
    """Addresses and passwords of this run are its own, so that the journey can be made again and again."""
    stamp = secrets.token_hex(4)
    company = new_company(
        load("company"), at, at.browse, domain=f"huadong-{stamp}.example", password=secrets.token_urlsafe(18)
    )
    return Story(at, steps, company, receiver, today, stamp)
