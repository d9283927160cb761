"""The page of a document: its parts, and documents in the states that take several people to reach."""

from collections.abc import Mapping
from typing import Any

from playwright.sync_api import expect

from tools.client import Person, apps

from .screen import Screen


def open_part(screen: Screen, name: str) -> None:
    """A part of the document: beside its content, or on a phone behind a tab; by the arrow keys."""
    wanted = screen.find("tab", screen.words(f"flows:doc.{name}")).locator("visible=true")
    expect(wanted).to_be_visible()
    chosen = screen.page.locator("[role=tab][aria-selected=true]").locator("visible=true").first
    screen.hand.press(chosen)
    for _ in range(3):
        if wanted.get_attribute("aria-selected") == "true":
            return
        screen.page.keyboard.press("ArrowRight")
    expect(wanted).to_have_attribute("aria-selected", "true")


def rejected(by: Person, decider: Person, form: str, values: Mapping[str, Any], reason: str) -> dict[str, Any]:
    """A new record that came back; its run."""
    run = apps.submit(by.browser, form, values)
    task = apps.todo_of(decider.browser, run["id"])
    assert task
    apps.decide(decider.browser, run["id"], task["task_id"], "reject", reason).expect(200)
    return run


def corrected(by: Person, record_id: str, **changes: Any) -> dict[str, Any]:
    """Changed and submitted again; its run."""
    record = by.browser.get(f"/v1/records/{record_id}")
    own = {name: value for name, value in record.body["values"].items() if name in _GIVEN}
    by.browser.put(f"/v1/records/{record_id}", {"values": {**own, **changes}}, record.body["version"]).expect(200)
    return dict(by.browser.post("/v1/runs", {"record_id": record_id}).body)


_GIVEN = ("customer", "customer_type", "product_line", "valid_until", "remark")


def deleted(by: Person, record_id: str) -> None:
    record = by.browser.get(f"/v1/records/{record_id}")
    by.browser.delete(f"/v1/records/{record_id}", record.body["version"])
