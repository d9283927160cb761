"""The demo company: made over HTTP like any customer's. Made again, it changes nothing that is there already.

It has fixed passwords and reads its one-time links from the local cloud, so it exists on the local stage only.
"""

from ..client import Company, new_company
from ..local.place import Place, here
from ..local.visitor import Visitor
from ..terminal import step
from .data import load
from .seed import seed

DOMAIN = "huadong.example"
PASSWORD = "huadong-demo"  # noqa: S105 - printed by `make up`, for a company that only this machine has

SIGN_INS = tuple((f"{each['email']}@{DOMAIN}", PASSWORD, each["name"]) for each in load("company")["people"])
"""Address, password and name of everybody, the administrator first."""


def main() -> int:
    with step("Demo company"):
        make(here())
    return 0


def make(place: Place) -> Company:
    """The demo company in this place, made or as it was."""
    at = Visitor(place)
    company = new_company(load("company"), at, at.browse, domain=DOMAIN, password=PASSWORD)
    seed(company)
    return company
