"""axe-core, the checks of accessibility that a machine can make, run inside a page."""

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

SOURCE = Path(__file__).resolve().parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
RUN = """
async (options) => {
  const found = await axe.run(document, options);
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}\\n  ${target.join(' ')}\\n  ${failureSummary}`));
}
"""


@cache
def _source() -> str:
    return SOURCE.read_text("utf-8")


def violations(page: Page) -> list[str]:
    """What it finds, one line for the rule and some for the place."""
    return _run(page, {"type": "tag", "values": LEVELS})


def contrast_violations(page: Page) -> list[str]:
    """Only what a change of colours can change."""
    return _run(page, {"type": "rule", "values": ["color-contrast"]})


def _run(page: Page, rules: dict[str, Any]) -> list[str]:
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_source())
    return list(page.evaluate(RUN, {"runOnly": rules, "resultTypes": ["violations"]}))
