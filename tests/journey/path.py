"""One quote on its way: who was foreseen, who is asked, who sees it, what its trail says."""

from typing import Any

from tools.client import Mismatch, Person, apps
from tools.demo.data import Quote

from .checks import same
from .story import Sent, Story

OPINIONS = {
    "manager": "价格可以接受，同意",
    "bearings": "库存充足，同意",
    "valves": "交期四周，同意",
    "cfo": "账期 30 天，同意",
}


def expected_stages(story: Story, quote: Quote) -> list[list[Person]]:
    """Who has to decide, by the words of the flow: not computed from what the product answers."""
    people = story.company.people
    manager, product = people["manager"], people["bearings" if quote.product_line == "bearings" else "valves"]
    stages = {
        "manager": [[manager]],
        "product": [[manager], [product]],
        "finance": [[manager, product], [people["cfo"]]],
    }
    return stages[quote.path]


def foreseen(story: Story, values: dict[str, Any]) -> list[list[str]]:
    """The names of the preview, by stage, without those who are only copied: they are checked here."""
    steps = apps.preview(story.company.people["sales"].browser, story.form_id, values)
    copied = [person["name"] for step in steps if step["type"] == "cc" for person in step["people"]]
    same("who will be copied", [story.company.people["assistant"].name], copied)
    return [[person["name"] for person in step["people"]] for step in steps if step["type"] == "approve"]


def check_waiting(story: Story, sent: Sent) -> None:
    """Exactly the people whose turn it is have it to do; who has no part in it sees neither run nor record. (The
    administrator may see everything.)
    """
    for person in story.company.people.values():
        card = apps.todo_of(person.browser, sent.run_id)
        same(f"{sent.quote.key}: in the to-dos of {person.name}", person in sent.waiting, card is not None)
        if person.key not in ("admin", "sales") and person not in (*sent.asked, *sent.copied):
            _check_unseen(sent, person)


def _check_unseen(sent: Sent, person: Person) -> None:
    for path in (f"/v1/runs/{sent.run_id}", f"/v1/records/{sent.record_id}"):
        same(f"{sent.quote.key}: {path} for {person.name}", 404, person.browser.ask("GET", path).status)


def decide_as(person: Person, sent: Sent, decision: str, opinion: str = "") -> None:
    """He finds it in his to-dos, decides, and finds it in what he has done."""
    card = apps.todo_of(person.browser, sent.run_id)
    if card is None:
        raise Mismatch(f"{sent.quote.key}: to-do of {person.name}", "there", "not there")
    text = opinion or OPINIONS[person.key]
    apps.decide(person.browser, sent.run_id, card["task_id"], decision, text).expect(200)
    sent.decided.append(person)
    done = [each["decision"] for each in person.browser.every("/v1/done") if each["run_id"] == sent.run_id]
    same(f"{sent.quote.key}: what {person.name} has done", ["approved" if decision == "approve" else "rejected"], done)


def finish(story: Story, sent: Sent) -> None:
    """Everybody who still has to approves, stage by stage; then it is approved, locked, copied and told in full."""
    people = story.company.people
    while sent.waiting:
        decide_as(sent.waiting[0], sent, "approve")
        if not sent.waiting:
            sent.copied.append(people["assistant"])
        check_waiting(story, sent)
    record = people["sales"].browser.get(f"/v1/records/{sent.record_id}").body
    same(f"{sent.quote.key}: state", ("approved", True), (record["state"], record["locked"]))
    copies = [each["run_id"] for each in people["assistant"].browser.every("/v1/cc")]
    same(f"{sent.quote.key}: copied to the assistant", 1, copies.count(sent.run_id))
    started = [each["status"] for each in people["sales"].browser.every("/v1/started") if each["run_id"] == sent.run_id]
    same(f"{sent.quote.key}: started by the sales representative", ["approved"], started)
    check_trail(story, sent, [person for stage in sent.stages for person in stage], "approved")


def check_trail(story: Story, sent: Sent, deciders: list[Person], outcome: str) -> None:
    """Complete and in order: numbered without gaps, never back in time, each act by whom it should be."""
    sales = story.company.people["sales"]
    entries = apps.trail(sales.browser, sent.run_id)
    same(f"{sent.quote.key}: trail numbers", list(range(1, len(entries) + 1)), [each["seq"] for each in entries])
    times = [each["at"] for each in entries]
    same(f"{sent.quote.key}: trail times", sorted(times), times)
    same(
        f"{sent.quote.key}: trail", _expected_trail(sent, sales, deciders, outcome), [_short(each) for each in entries]
    )


def _expected_trail(sent: Sent, sales: Person, deciders: list[Person], outcome: str) -> list[tuple[str, Any]]:
    told: list[tuple[str, Any]] = [("submitted", sales.id), ("branch_taken", "")]
    left = list(deciders)
    for stage in sent.stages:
        if stage is not sent.stages[0] and not left:
            break
        told.append(("assigned", tuple(sorted(person.id for person in stage))))
        while left and left[0] in stage:
            person = left.pop(0)
            rejects = outcome == "rejected" and not left
            told.append(("rejected" if rejects else "approved", person.id))
    if outcome == "withdrawn":
        told.append(("withdrawn", sales.id))
    if outcome == "approved":
        told.append(("copied", (sent.copied[0].id,)))
    return [*told, ("finished", outcome)]


def _short(entry: dict[str, Any]) -> tuple[str, Any]:
    """An entry as its act and the ids or the outcome that matter."""
    if entry["act"] == "finished":
        return ("finished", entry["outcome"])
    if entry["act"] in ("assigned", "copied"):
        return (entry["act"], tuple(sorted(person["id"] for person in entry["people"])))
    return (entry["act"], entry.get("by", ""))
