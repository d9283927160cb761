"""What every proof shares: the fixture of two companies, the empty cloud, and a way to hand in its figures."""

import json
import time
from collections.abc import Callable

import pytest

from tests.prove.figures import FOLDER

from ..integration.conftest import browser, cloud
from ..security.conftest import fixture
from .sizes import LONG, SEED

__all__ = ["browser", "cloud", "fixture"]


def pytest_report_header() -> str:
    return f"proofs: {'long' if LONG else 'short'}, SEED={SEED}"


@pytest.fixture
def proved(request: pytest.FixtureRequest) -> Callable[..., None]:
    """`proved("P3", "50 clients on one task", rounds=200, winners=200)`, last in a test: what the page of proofs
    says of it. The figures are counted, never written down by hand.
    """
    began = time.monotonic()
    node = request.node.nodeid

    def hand_in(promise: str, what: str, **figures: int | float | str) -> None:
        FOLDER.mkdir(parents=True, exist_ok=True)
        line = {"promise": promise, "what": what, "figures": figures, "test": node}
        line["seconds"] = round(time.monotonic() - began, 1)
        name = "".join(letter if letter.isalnum() else "-" for letter in node)
        (FOLDER / f"{name}.json").write_text(json.dumps(line, ensure_ascii=False), encoding="utf-8")

    return hand_in
