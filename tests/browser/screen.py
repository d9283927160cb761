"""One person before one screen: the page, the language it speaks, and how it is used."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import BrowserContext, Locator, Page, expect

from .input_modes import InputMode
from .watch import Watch
from .words import Words

WIDE, PHONE = 1440, 375
HEIGHTS = {WIDE: 900, PHONE: 812}
PICTURES = Path(__file__).resolve().parents[2] / ".local" / "screens"
Role = Literal["button", "link", "combobox", "textbox", "checkbox", "switch", "radio", "tab"]


@dataclass(slots=True)
class Screen:
    context: BrowserContext
    page: Page
    words: Words
    hand: InputMode
    watch: Watch
    width: int

    @property
    def is_phone(self) -> bool:
        return self.width <= 720

    def go(self, path: str) -> None:
        self.page.goto(path)
        self.sees_title()

    def sees_title(self, text: str | re.Pattern[str] = re.compile(".")) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_have_text(text)

    @property
    def dialog(self) -> Locator:
        return self.page.locator("dialog[open]")

    @property
    def top(self) -> Locator:
        """What can be used now: an open dialog, or the page."""
        return self.dialog.last if self.dialog.count() > 0 else self.page.locator("body")

    def find(self, role: Role, name: str, *, inside: Locator | None = None) -> Locator:
        """By its whole name, as somebody who does not see the screen hears it."""
        return (inside or self.top).get_by_role(role, name=name, exact=True)

    def press(self, key: str, **values: object) -> None:
        """The button that says these words."""
        self.hand.press(self.find("button", self.words(key, **values)))

    def follow(self, key: str, **values: object) -> None:
        """The link that says these words."""
        self.hand.press(self.find("link", self.words(key, **values)).first)

    def write(self, label: str, text: str) -> None:
        self.hand.write(self.field(label), text)

    def choose(self, label: str, option: str) -> None:
        self.hand.choose(self.field(label), option)

    def field(self, label: str) -> Locator:
        return self.top.get_by_label(label, exact=True).and_(self.page.locator("input, textarea"))

    def sees(self, text: str | re.Pattern[str]) -> None:
        expect(self.page.get_by_text(text).locator("visible=true").first).to_be_visible()

    def says(self, key: str, **values: object) -> None:
        """These words are in sight."""
        self.sees(self.words.like(key, **values))

    def navigate(self, label: str) -> None:
        """By the navigation: at the side, or on a phone below and behind its last tab."""
        # The to-dos say how many wait.
        name = re.compile(f"^{re.escape(self.words(f'app:nav.{label}'))}(, .+|，.+)?$")
        if not self.is_phone:
            self.hand.press(self.page.get_by_role("navigation").get_by_role("link", name=name))
            return
        bar = self.page.get_by_role("navigation").last
        entry = bar.get_by_role("link", name=name)
        if entry.count() == 0:
            self.hand.press(bar.get_by_role("button", name=self.words("app:nav.me"), exact=True))
            entry = self.dialog.get_by_role("link", name=name)
        self.hand.press(entry)

    def keep(self, name: str, *, whole: bool = False) -> None:
        """A picture of it in .local/screens; `whole` as on a screen so high that nothing needs to be scrolled."""
        page, before = self.page, self.page.viewport_size
        assert before is not None
        if whole:
            height = max(before["height"], page.evaluate("() => document.documentElement.scrollHeight"))
            page.set_viewport_size({"width": before["width"], "height": height})
        page.screenshot(path=PICTURES / f"{name}.png", animations="disabled")
        page.set_viewport_size(before)

    def does_not_scroll_sideways(self) -> None:
        wide, room = self.page.evaluate("() => [document.documentElement.scrollWidth, innerWidth]")
        assert wide <= room, f"{self.page.url} is {wide} px wide on a screen of {room} px"
