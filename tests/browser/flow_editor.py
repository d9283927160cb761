"""Designing a flow on the screen: the + on a line adds a step, its settings stand beside it."""

from dataclasses import dataclass

from playwright.sync_api import Locator, expect

from .screen import Screen


@dataclass(frozen=True, slots=True)
class FlowEditor:
    screen: Screen

    def create(self, form: str) -> None:
        """For this form; the flow is called after it."""
        screen, words = self.screen, self.screen.words
        screen.navigate("manageFlows")
        screen.press("flows-editor:list.create")
        screen.choose(words("flows-editor:create.form"), form)
        self.begin(form)

    def begin(self, form: str) -> None:
        """From the dialog that names the form already."""
        screen = self.screen
        screen.press("flows-editor:create.go")
        screen.sees_title(screen.words("flows-editor:create.nameOf", form=form))

    def add(self, kind: str, after: str, name: str = "") -> None:
        """After the step of that name, or at the head of the arm of that name; it is selected."""
        screen, words = self.screen, self.screen.words
        screen.press("flows-editor:canvas.addAfter", name=after)
        menu = screen.page.get_by_role("group", name=words("flows-editor:canvas.addAfter", name=after), exact=True)
        screen.hand.press(menu.get_by_role("button", name=words.like(f"flows-editor:type.{kind}")))
        if name:
            self.rename(name)

    def select_arm(self, name: str) -> None:
        words = self.screen.words
        self.screen.press("flows-editor:card.open", name=name, type=words("flows-editor:type.arm"))

    def rename(self, name: str) -> None:
        self.screen.write(self.screen.words("flows-editor:setting.name"), name)

    def asks(self, sentence: str) -> None:
        """What the selected approval says of whom it asks: a new one asks the initiator's manager."""
        expect(self._panel.get_by_text(sentence)).to_have_count(1)

    def ask_instead(self, rule: str, sentence: str) -> None:
        """Of the selected, new approval."""
        words = self.screen.words
        self.screen.press("flows-editor:rules.remove", number=1)
        self.screen.press("flows-editor:rules.add.approve")
        kinds = self._panel.get_by_role("list", name=words("flows-editor:rules.kinds"))
        self.screen.hand.press(kinds.get_by_role("button", name=words.like(f"flows-editor:rules.kind.{rule}")).first)
        self.asks(sentence)

    def when(self, field: str, operator: str, value: str) -> None:
        """Of the selected arm."""
        screen, words = self.screen, self.screen.words
        if self._panel.get_by_label(words("condition:field", number=1), exact=True).count() == 0:
            screen.press("condition:addFirst")
        screen.choose(words("condition:field", number=1), field)
        screen.choose(words("condition:operator", number=1), operator)
        screen.write(words("condition:value", number=1), value)

    def publish(self) -> None:
        screen = self.screen
        screen.says("editing:save.saved")
        screen.press("editing:publish.action")
        name = screen.words("editing:publish.action")
        screen.hand.press(screen.dialog.get_by_role("button", name=name, exact=True))
        screen.says("editing:publish.done", version=1)
        screen.says("flows-editor:state.published", version=1)
        screen.page.keyboard.press("Escape")

    @property
    def _panel(self) -> Locator:
        return self.screen.page.get_by_role("complementary", name=self.screen.words("flows-editor:setting.label"))
