"""One browser for all tests, a window for each person in them, and pictures of what failed."""

import os
from collections.abc import Generator, Iterator
from datetime import UTC, date, datetime

import pytest
from playwright.sync_api import Browser, StorageState, expect, sync_playwright

from tests.journey.installation import Local
from tests.journey.receiver import Receiver
from tools import demo
from tools.client import Company
from tools.local import chrome
from tools.local.workdir import Workdir

from .browser_pool import SCREENS, SECONDS, BrowserPool
from .people import Open, staff, with_quotes

QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage")

expect.set_options(timeout=SECONDS * 1000)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        shown = bool(os.environ.get("HEADED"))
        browser = playwright.chromium.launch(executable_path=chrome.require(), args=list(QUIET), headless=not shown)
        yield browser
        browser.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A test that failed leaves behind what its pool showed."""
    report = yield
    if report.when == "call" and report.failed:
        for number, screen in enumerate(item.stash.get(SCREENS, [])):
            screen.keep(f"failed-{item.name}-{number}")
    return report


@pytest.fixture(scope="session")
def sessions() -> dict[str, StorageState]:
    """Who is signed in, by address. One session each, handed from window to window: signing in is limited."""
    return {}


@pytest.fixture
def open_screen(
    request: pytest.FixtureRequest, chromium: Browser, workdir: Workdir, sessions: dict[str, StorageState]
) -> Iterator[Open]:
    pool = BrowserPool(chromium, workdir, sessions)
    request.node.stash[SCREENS] = pool.screens
    yield pool.open
    pool.close()


@pytest.fixture(scope="session")
def demo_company(workdir: Workdir) -> Company:
    return demo.make(workdir)


@pytest.fixture(scope="session")
def company(installation: Local) -> Company:
    """A small company for tests that change things: who quotes, who decides, who looks after it."""
    return with_quotes(staff(installation, "admin", "manager", "sales", "colleague"))


@pytest.fixture(scope="session")
def receiver() -> Iterator[Receiver]:
    with Receiver() as listening:
        yield listening


@pytest.fixture(scope="session")
def today() -> date:
    return datetime.now(UTC).date()
