"""The browser's pool: each somebody's, watched, and handing its session on when it is closed."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import pytest
from playwright.sync_api import Browser, StorageState

from tools.client import Person
from tools.local.workdir import Workdir

from .input_modes import Keys, Mouse
from .screen import HEIGHTS, Screen
from .watch import Watch
from .words import Words

SECONDS = 45
SCREENS = pytest.StashKey[Iterable[Screen]]()
"""What a test looks at, for the picture if it fails."""

ASIDE = "/icon.svg"
"""Nothing happens there, and as one of ours it leaves the browser's process as it is, and what that has compiled."""
FORGET = "if (origin !== 'null') [localStorage, sessionStorage].forEach((each) => each.clear())"


@dataclass(slots=True)
class BrowserPool:
    chromium: Browser
    workdir: Workdir
    sessions: dict[str, StorageState]
    """Who was signed in, by address, handed from a closed window to the next: signing in is limited."""
    screens: list[Screen] = field(default_factory=list)
    people: list[tuple[Screen, Person]] = field(default_factory=list)

    def open(
        self, person: Person | None = None, *, width: int = 1440, language: str = "zh-CN", keyboard: bool = False
    ) -> Screen:
        session = self.sessions.get(person.email) if person else None
        context = self.chromium.new_context(
            storage_state=session,
            base_url=self.workdir.origin,
            viewport={"width": width, "height": HEIGHTS[width]},
            locale=language,
            timezone_id="Asia/Shanghai",
            reduced_motion="reduce",
        )
        context.set_default_timeout(SECONDS * 1000)
        watch = Watch(context, self.workdir.origin, self.workdir.cloud)
        screen = Screen(context, context.new_page(), Words(language), Keys() if keyboard else Mouse(), watch, width)
        self.screens.append(screen)
        if person is not None:
            self.people.append((screen, person))
            if session is None:
                _sign_in(screen, person)
            speak(screen)
        return screen

    def close(self) -> None:
        """No window may have had anything to hide."""
        for screen, person in self.people:
            cookies = screen.context.storage_state()["cookies"]
            self.sessions.pop(person.email, None)
            # Whoever signed out leaves the cookie of a known device behind, which opens nothing.
            if any(each["name"] == "banli_refresh" for each in cookies):
                self.sessions[person.email] = {"cookies": cookies}
        for screen in self.screens:
            screen.context.close()
        faults = [fault for screen in self.screens for fault in screen.watch.faults]
        assert faults == []


def anew(screen: Screen, width: int) -> Screen:
    """The same window as if it were another: it remembers nothing but its session and what the app is made of."""
    page = screen.page
    screen.watch.allows_leaving = True
    page.goto(ASIDE)
    screen.watch.allows_leaving = False
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": width, "height": HEIGHTS[width]})
    return replace(screen, width=width)


def speak(screen: Screen) -> None:
    """The account speaks the window's language, because the page speaks the account's."""
    request, language = screen.context.request, screen.words.language
    answer = request.get("/v1/me")
    if answer.status == 200 and (me := answer.json())["language"] != language:
        said = request.put(
            "/v1/me",
            data={"name": me["name"], "language": language},
            headers={"If-Match": f'"{me["version"]}"'},
        )
        assert said.status == 200, said.text()


def _sign_in(screen: Screen, person: Person) -> None:
    """Over HTTP, where the test is not about signing in; the cookies are this window's."""
    answer = screen.context.request.post(
        "/v1/session",
        data={"email": person.email, "password": person.password},
        headers={"Idempotency-Key": os.urandom(8).hex()},
    )
    assert answer.status == 200, answer.text()
