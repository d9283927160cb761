"""The two ways to use a page: with the mouse, and with nothing but the keyboard."""

from typing import Protocol

from playwright.sync_api import Locator, Page, expect

MOST_TABS = 150
HAS_FOCUS = "element => element === document.activeElement"
SEVERAL = "field => field.closest('.ant-select-multiple') !== null"
"""Whether several may be chosen: asked of the field, because a list of one takes a moment to close."""
ACTIVE_OPTION = """
() => {
  const id = document.activeElement?.getAttribute('aria-activedescendant');
  const option = id ? document.getElementById(id) : null;
  return option ? option.getAttribute('aria-label') ?? option.textContent : '';
}
"""


class InputMode(Protocol):
    def press(self, target: Locator) -> None:
        """A button, a link, a box to tick."""
        ...

    def write(self, field: Locator, text: str) -> None:
        """Instead of what stands there."""
        ...

    def choose(self, field: Locator, option: str) -> None:
        """From what a field offers when it is opened."""
        ...


class Mouse:
    def press(self, target: Locator) -> None:
        target.click()

    def write(self, field: Locator, text: str) -> None:
        field.click()
        field.fill(text)

    def choose(self, field: Locator, option: str) -> None:
        field.click()
        offered = field.page.locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option")
        offered.filter(has_text=option).first.click()


class Keys:
    """Tab until it is there: what cannot be reached so cannot be used by many."""

    def press(self, target: Locator) -> None:
        self._reach(target)
        kind = target.evaluate("element => element.tagName + ' ' + (element.type ?? '')")
        target.page.keyboard.press("Space" if kind in ("INPUT checkbox", "INPUT radio") else "Enter")

    def write(self, field: Locator, text: str) -> None:
        self._reach(field)
        field.page.keyboard.press("ControlOrMeta+a")
        field.page.keyboard.insert_text(text)

    def choose(self, field: Locator, option: str) -> None:
        self._reach(field)
        page = field.page
        page.keyboard.press("ArrowDown")
        expect(field).to_have_attribute("aria-expanded", "true")
        for _ in range(30):
            if option in page.evaluate(ACTIVE_OPTION):
                page.keyboard.press("Enter")
                if field.evaluate(SEVERAL):
                    page.keyboard.press("Escape")  # where several may be chosen, the list stays open
                expect(field).to_have_attribute("aria-expanded", "false")
                return
            page.keyboard.press("ArrowDown")
        raise AssertionError(f"“{option}” cannot be chosen with the keyboard")

    def _reach(self, target: Locator) -> None:
        expect(target).to_be_visible()
        page: Page = target.page
        for _ in range(MOST_TABS):
            if target.evaluate(HAS_FOCUS):
                return
            page.keyboard.press("Tab")
        raise AssertionError(f"{target} cannot be reached with the Tab key")
