"""The demo's quote form on the screen: filling it in, and deciding what was submitted."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from playwright.sync_api import Locator, expect

from tools.demo.data import Quote, load

from .screen import Screen


@dataclass(frozen=True, slots=True)
class Sheet:
    """The quote form in the language of the screen."""

    screen: Screen

    @property
    def form_name(self) -> str:
        return self._text(load("quote_form")["name"])

    def label(self, field: str, column: str = "") -> str:
        found = _named(load("quote_form")["fields"], field)
        return self._text((_named(found["options"]["columns"], column) if column else found)["name"])

    def option(self, field: str, value: str) -> str:
        choices = _named(load("quote_form")["fields"], field)["options"]["choices"]
        return self._text(next(each for each in choices if each["value"] == value)["name"])

    def write(self, field: str, text: str) -> None:
        self.screen.write(self.label(field), text)

    def choose(self, field: str, value: str) -> None:
        self.screen.choose(self.label(field), self.option(field, value))

    def cell(self, column: str, number: int) -> Locator:
        return self.screen.field(self.screen.words("entry:lines.cell", name=self.label("lines", column), number=number))

    def shows(self, field: str, text: str | re.Pattern[str]) -> None:
        """What a formula has come to."""
        group = self.screen.page.get_by_role("group", name=self.label(field), exact=True)
        expect(group.locator("output")).to_have_text(text)

    def fill_in(self, quote: Quote, today: date) -> None:
        screen = self.screen
        values = quote.values(today)
        self.write("customer", quote.customer)
        self.choose("customer_type", quote.customer_type)
        self.choose("product_line", quote.product_line)
        for number, line in enumerate(quote.lines, start=1):
            if self.cell("product", number).count() == 0:
                screen.press("entry:lines.add")
            for column, text in line.items():
                screen.hand.write(self.cell(column, number), text)
        self.write("valid_until", str(values["valid_until"]))
        screen.page.keyboard.press("Enter")

    def _text(self, name: dict[str, str]) -> str:
        return name[self.screen.words.language]


def _named(items: list[dict[str, Any]], wanted: str) -> dict[str, Any]:
    return next(each for each in items if each["id"] == wanted)


def open_form(screen: Screen) -> Sheet:
    """From the navigation, as everybody does."""
    sheet = Sheet(screen)
    screen.navigate("new")
    screen.hand.press(screen.find("link", sheet.form_name))
    screen.sees_title(sheet.form_name)
    return sheet


def submit(screen: Screen) -> str:
    """What is filled in; the address of its document."""
    screen.press("forms:entry.submit")
    screen.page.wait_for_url("**/records/*")
    screen.says("flows:status.running")
    return screen.page.url


def decide_from_home(screen: Screen, title: str, verb: str, opinion: str = "") -> None:
    """Two presses: the verb beside the to-do, and the verb under what it means."""
    screen.press(f"flows:decide.{verb}.of", title=title)
    if opinion:
        screen.write(screen.words(f"flows:decide.{verb}.opinion"), opinion)
    screen.press(f"flows:decide.{verb}.verb")
    expect(screen.dialog).to_have_count(0)


def title_of(screen: Screen, quote: Quote) -> str:
    """What the to-do at the top of the page is called: its number, and the customer."""
    link = screen.page.get_by_role("link", name=quote.customer).first
    expect(link).to_be_visible()
    return link.inner_text()


def money(amount: str) -> re.Pattern[str]:
    """As an amount is shown: grouped, with its currency and every digit."""
    return re.compile(re.escape(f"{Decimal(amount):,}"))


def percent(share: str) -> re.Pattern[str]:
    return re.compile(re.escape(f"{(Decimal(share) * 100).normalize():f}".split(".", maxsplit=1)[0]) + r".*%")
