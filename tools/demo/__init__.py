"""The demo company: made over HTTP like any customer's. Made again, it changes nothing that is there already.

It has fixed passwords and reads its one-time links from the local cloud, so it exists on the local stage only.
"""

from datetime import UTC, datetime
from pathlib import Path

from ..client import Company, Mismatch, new_company
from ..hashing import Stamp, fingerprint
from ..local.visitor import Visitor
from ..local.workdir import Workdir, here
from ..terminal import Stop, step, unchanged
from .data import load
from .seed import seed

DOMAIN = "huadong.example"
PASSWORD = "huadong-demo"  # noqa: S105 - printed by `make up`, for a company that only this machine has

SIGN_INS = tuple((f"{each['email']}@{DOMAIN}", PASSWORD, each["name"]) for each in load("company")["people"])
"""Address, password and name of everybody, the administrator first."""


def main() -> int:
    """Raises Stop."""
    workdir = here()
    stamp, wanted = Stamp(workdir.stamps / "demo"), fingerprint([Path(__file__).parent])
    if stamp.matches(wanted):
        unchanged("Demo company")
        return 0
    try:
        with step("Demo company"):
            make(workdir)
    except Mismatch as mismatch:
        raise Stop(
            f"The demo company could not be made. {mismatch}\n"
            "If you changed it by hand, `make reset` starts over with an empty cloud."
        ) from mismatch
    stamp.set(wanted)
    return 0


def make(workdir: Workdir) -> Company:
    """The demo company in this place, made or as it was. Raises Mismatch."""
    at = Visitor(workdir)
    company = new_company(load("company"), at, at.browse, domain=DOMAIN, password=PASSWORD)
    seed(company, datetime.now(UTC).date())
    return company
