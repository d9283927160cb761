"""Somebody leaves with more to do than changes hands at once: all of it becomes the successor's, in the local cloud,
whose judge holds every function to its policy.
"""

from datetime import UTC, datetime
from typing import Any

from tests.journey.installation import Local
from tools.client import Company, apps, wait_for

from ..browser.people import staff, submitted, with_quotes

WAITING = 9
AT_ONCE = 5
"""What changes hands with the deactivation itself; the machines of the other runs do the rest."""


def _open(company: Company, key: str) -> set[str]:
    return {str(card["run_id"]) for card in apps.todos(company.people[key].browser)}


def test_nine_approvals_of_somebody_who_leaves_all_become_the_successors(installation: Local) -> None:
    company = with_quotes(staff(installation, "admin", "cfo", "manager", "sales"))
    today = datetime.now(UTC).date()
    runs = {submitted(company, "sales", f"客户 {number}", today)["id"] for number in range(WAITING)}
    assert _open(company, "manager") == runs

    manager, cfo = company.people["manager"], company.people["cfo"]
    company.admin.browser.post(f"/v1/members/{manager.id}/deactivate", {"successor_id": cfo.id})

    assert len(_open(company, "cfo")) >= AT_ONCE
    wait_for("all of it with the successor", lambda: _open(company, "cfo") == runs)
    for card in list(apps.todos(cfo.browser)):
        apps.decide(cfo.browser, card["run_id"], card["task_id"], "approve", "同意").expect(200)
    states: list[Any] = [company.admin.browser.get(f"/v1/runs/{each}").body["status"] for each in runs]
    assert states == ["approved"] * WAITING
