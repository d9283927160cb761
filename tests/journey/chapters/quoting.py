"""Every quote of the file is submitted and goes its way: approved, rejected, withdrawn, decided twice."""

import threading
import uuid
from typing import Any

from tools.client import Answer, Person, apps
from tools.demo.data import Quote

from ..checks import refused, same
from ..path import check_trail, check_waiting, decide_as, expected_stages, finish, foreseen
from ..story import Sent, Story

BUILDS_ON = ("building",)

WITH_FILE = "with-a-file"
AGREEMENT = apps.File("技术协议 v2.pdf", "application/pdf", "%PDF-1.4\n% 报价\n%%EOF\n".encode())


def tell(story: Story) -> None:
    story.steps.chapter("Quotes go their ways")
    for each in story.quotes:
        if each.ending == "restart":
            continue
        with story.steps.step(f"{each.path:<7} {each.key}: preview, submission, tasks"):
            submit(story, each.key)
        _ENDINGS[each.ending](story, story.sent[each.key])
    with story.steps.step("one submission sent twice with one key is one record"):
        _submit_twice(story)
    with story.steps.step("a file comes back as it was sent, for those who may see the record"):
        _exchange_file(story)


def submit(story: Story, key: str) -> Sent:
    found = next(each for each in story.quotes if each.key == key)
    return send(story, key, found, found.values(story.today))


def send(story: Story, key: str, found: Quote, values: dict[str, Any]) -> Sent:
    """Foresee, submit, and compare: computed values, and exactly the foreseen people asked."""
    sales = story.company.people["sales"].browser
    stages = expected_stages(story, found)
    same(f"{key}: the path foreseen", [[each.name for each in stage] for stage in stages], foreseen(story, values))
    run = apps.submit(sales, story.form_id, values)
    sent = Sent(found, run["record_id"], run["id"], stages)
    story.sent[key] = sent
    record = sales.get(f"/v1/records/{sent.record_id}").body
    same(f"{key}: total", found.total, record["values"]["total"])
    same(f"{key}: discount", found.discount, record["values"]["discount"])
    same(f"{key}: state", ("in_approval", True), (record["state"], record["locked"]))
    check_waiting(story, sent)
    return sent


def _approve(story: Story, sent: Sent) -> None:
    with story.steps.step(f"{sent.quote.path:<7} {sent.quote.key}: {sent.decisions} decisions, approved, copied"):
        finish(story, sent)


def _reject(story: Story, sent: Sent) -> None:
    with story.steps.step(f"{sent.quote.path:<7} {sent.quote.key}: one of two rejects, nobody is asked any more"):
        manager, product = sent.stages[0]
        decide_as(manager, sent, "approve", "客户关系重要，同意")
        decide_as(product, sent, "reject", "低于成本价，请重新核算")
        sent.stopped = True
        check_waiting(story, sent)
        record = story.company.people["sales"].browser.get(f"/v1/records/{sent.record_id}").body
        same("state", ("rejected", False), (record["state"], record["locked"]))
        check_trail(story, sent, [manager, product], "rejected")


def _withdraw(story: Story, sent: Sent) -> None:
    with story.steps.step(f"{sent.quote.path:<7} {sent.quote.key}: withdrawn by its initiator, and by nobody else"):
        manager = sent.stages[0][0]
        card = apps.todo_of(manager.browser, sent.run_id) or {}
        path = f"/v1/runs/{sent.run_id}/withdraw"
        refused(manager.browser.ask("POST", path, {}), 403, "not_initiator")
        story.company.people["sales"].browser.post(path, {"reason": "客户改了数量"})
        sent.stopped = True
        check_waiting(story, sent)
        refused(apps.decide(manager.browser, sent.run_id, card["task_id"], "approve", ""), 409, "run_over")
        check_trail(story, sent, [], "withdrawn")


def _race(story: Story, sent: Sent) -> None:
    with story.steps.step(f"{sent.quote.path:<7} {sent.quote.key}: sent from two devices at once: one 200, one 409"):
        manager = sent.stages[0][0]
        answers = decide_at_once(story, sent, manager)
        same("statuses", [200, 409], sorted(answer.status for answer in answers))
        same("the loser's code", "task_already_decided", max(answers, key=lambda answer: answer.status).code)
        sent.decided.append(manager)
        check_waiting(story, sent)
    with story.steps.step(f"{sent.quote.path:<7} {sent.quote.key}: and it counted once"):
        finish(story, sent)


def decide_at_once(story: Story, sent: Sent, person: Person) -> list[Answer]:
    """The same decision from two devices of one person, let go at the same moment."""
    other = Person(person.plan, person.email, person.password, story.at.browse(person.browser.language))
    same("the second device is signed in", True, other.sign_in())
    card = apps.todo_of(person.browser, sent.run_id) or {}
    gate = threading.Barrier(2)
    answers: list[Answer] = []

    def press(who: Person) -> None:
        gate.wait()
        answers.append(apps.decide(who.browser, sent.run_id, card["task_id"], "approve", "同意"))

    presses = [threading.Thread(target=press, args=(who,)) for who in (person, other)]
    for each in presses:
        each.start()
    for each in presses:
        each.join()
    return answers


def _submit_twice(story: Story) -> None:
    sales = story.company.people["colleague"].browser
    body = {"form_id": story.form_id, "values": story.quotes[0].values(story.today)}
    headers = {"Idempotency-Key": uuid.uuid4().hex}
    first = sales.ask("POST", "/v1/runs", body, headers=headers).expect(201)
    second = sales.ask("POST", "/v1/runs", body, headers=headers).expect(201)
    same("the second answer", first.body, second.body)
    same("records", 1, len(list(sales.every(f"/v1/forms/{story.form_id}/records"))))
    sales.post(f"/v1/runs/{first.body['id']}/withdraw", {"reason": ""})


def _exchange_file(story: Story) -> None:
    people = story.company.people
    sales, found = people["sales"].browser, story.quotes[0]
    story.file_id = apps.upload(sales, story.form_id, "attachment", AGREEMENT)
    values = {**found.values(story.today), "attachment": [{"id": story.file_id}]}
    sent = send(story, WITH_FILE, found, values)
    for who in ("sales", "manager"):
        got = apps.download(people[who].browser, sent.record_id, story.file_id)
        same(f"what {who} gets", AGREEMENT.content, got)
    for path, code in (
        (f"/v1/records/{sent.record_id}/attachments/{story.file_id}", "not_found"),
        (f"/v1/records/{sent.record_id}/history", "not_found"),
        (f"/v1/runs/{sent.run_id}/trail", "run_not_found"),
    ):
        refused(people["colleague"].browser.ask("GET", path), 404, code)
    finish(story, sent)


_ENDINGS = {"approve": _approve, "reject": _reject, "withdraw": _withdraw, "race": _race}
