"""One browser for all tests, a window for each person in them, and a look at what went wrong behind the scenes."""

import os
from collections.abc import Generator, Iterator
from datetime import UTC, date, datetime

import pytest
from playwright.sync_api import Browser, StorageState, expect, sync_playwright

from tools import demo
from tools.client import Company, Person
from tools.journey.installation import Local
from tools.journey.receiver import Receiver
from tools.local import chrome
from tools.local.place import Place

from .hands import Keys, Mouse
from .people import Open, staff, with_quotes
from .screen import HEIGHTS, Screen
from .watch import Watch
from .words import Words

SECONDS = 45
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage")

SCREENS = pytest.StashKey[list[Screen]]()

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
    """A test that failed leaves behind what its windows showed."""
    report = yield
    if report.when == "call" and report.failed:
        screens: list[Screen] = item.stash.get(SCREENS, [])
        for number, screen in enumerate(screens):
            screen.keep(f"failed-{item.name}-{number}")
    return report


@pytest.fixture(scope="session")
def sessions() -> dict[str, StorageState]:
    """Who is signed in, by address. One session each, handed from window to window: signing in is limited."""
    return {}


@pytest.fixture
def open_screen(
    request: pytest.FixtureRequest, chromium: Browser, place: Place, sessions: dict[str, StorageState]
) -> Iterator[Open]:
    """At the end no window may have had anything to hide."""
    screens = request.node.stash[SCREENS] = []
    people: list[tuple[Screen, Person]] = []

    def opened(
        person: Person | None = None, *, width: int = 1440, language: str = "zh-CN", keyboard: bool = False
    ) -> Screen:
        context = chromium.new_context(
            storage_state=sessions.get(person.email) if person else None,
            base_url=place.origin,
            viewport={"width": width, "height": HEIGHTS[width]},
            locale=language,
            timezone_id="Asia/Shanghai",
            reduced_motion="reduce",
        )
        context.set_default_timeout(SECONDS * 1000)
        watch = Watch(context, place.origin, place.cloud)
        screen = Screen(context, context.new_page(), Words(language), Keys() if keyboard else Mouse(), watch, width)
        screens.append(screen)
        if person is not None:
            people.append((screen, person))
            if person.email not in sessions:
                sign_in(screen, person)
        return screen

    yield opened
    for screen, person in people:
        cookies = screen.context.storage_state()["cookies"]
        sessions.pop(person.email, None)
        if cookies:
            sessions[person.email] = {"cookies": cookies}
    for screen in screens:
        screen.context.close()
    faults = [fault for screen in screens for fault in screen.watch.faults]
    assert faults == []


def sign_in(screen: Screen, person: Person) -> None:
    """Over HTTP, where the test is not about signing in; the cookies are this window's."""
    answer = screen.context.request.post(
        "/v1/session",
        data={"email": person.email, "password": person.password},
        headers={"Idempotency-Key": os.urandom(8).hex()},
    )
    assert answer.status == 200, answer.text()


@pytest.fixture(scope="session")
def demo_company(place: Place) -> Company:
    return demo.make(place)


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
