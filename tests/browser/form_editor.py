"""Building a form on the screen: a press adds a field, its words are typed at once."""

from dataclasses import dataclass

from playwright.sync_api import Locator, expect

from .screen import Screen


@dataclass(frozen=True, slots=True)
class FormEditor:
    screen: Screen

    def create(self, name: str) -> None:
        screen, words = self.screen, self.screen.words
        screen.navigate("manageForms")
        screen.press("forms-editor:list.create")
        screen.write(words("forms-editor:form.name"), name)
        screen.press("forms-editor:list.createGo")
        screen.sees_title(name)

    def add(self, kind: str, name: str, *, required: bool = True) -> None:
        """It stands at the end, is selected, and waits for its name."""
        screen, words = self.screen, self.screen.words
        screen.press(f"field-types:{kind}.name")
        screen.write(words("forms-editor:setting.name"), name)
        if required and kind != "formula":
            screen.hand.press(self._panel.get_by_label(words("forms-editor:setting.required"), exact=True))
        expect(self._card(name, kind)).to_be_visible()

    def offer(self, *choices: str) -> None:
        """Of the selected field; a new one brings some, which are overwritten, and Enter makes the next."""
        label = self.screen.words.name("field-types:choice.choice.label")
        for number, choice in enumerate(choices, start=1):
            box = self._panel.get_by_role("textbox", name=label)
            if box.count() < number:
                self.screen.press("field-types:choice.choice.add")
            self.screen.hand.write(box.nth(number - 1), choice)

    def reckon(self, formula: str) -> None:
        """Of the selected field, in the words of the form."""
        self.screen.write(self.screen.words("field:setting.expression"), formula)
        self.screen.says("field-types:formula.formula.right")

    def publish(self, approval: str) -> None:
        """For the first time; `approval` answers what is asked then. What can be done next is still in sight."""
        screen = self.screen
        screen.says("editing:save.saved")
        screen.press("editing:publish.action")
        screen.hand.press(screen.dialog.get_by_text(screen.words(f"forms-editor:approval.{approval}"), exact=True))
        screen.press("editing:publish.action")
        screen.says("editing:publish.done", version=1)
        screen.says("forms-editor:state.published", version=1)

    @property
    def _panel(self) -> Locator:
        return self.screen.page.get_by_role("complementary", name=self.screen.words("forms-editor:setting.label"))

    def _card(self, name: str, kind: str) -> Locator:
        words = self.screen.words
        label = words("forms-editor:field.open", name=name, type=words(f"field-types:{kind}.name"))
        return self.screen.page.get_by_role("button", name=label, exact=True)
