"""P3: of twenty who change one row at the same moment each has their turn: nobody is told to come again, and a number
is given once.
"""

import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from chalicelib.aws.table import table
from chalicelib.edge import conflict_retry
from chalicelib.flows import wiring as flows
from chalicelib.forms import wiring as forms
from chalicelib.kernel.actor import Actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.errors import Unavailable
from chalicelib.kernel.unit_of_work import UnitOfWork

from .stage.installation import installed
from .stage.members import Members, _made

AT_ONCE = 20
CROWD = tuple(f"m{number:02}" for number in range(1, AT_ONCE + 1))
Act = Callable[[UnitOfWork], Any]


@pytest.fixture(scope="module")
def members() -> Iterator[Members]:
    with installed() as place, pytest.MonkeyPatch.context() as patch:
        found = Members.found(place, crowd=CROWD)
        patch.setattr(conflict_retry, "time", time)  # who loses really waits: that is what is looked at
        yield found


def at_once(members: Members, acts: list[tuple[str, Act]]) -> list[Any]:
    """As the edge does it, all together: each has read what it needs before the first commits. What they answer."""
    gate = threading.Barrier(len(acts))
    answers: list[Any] = [None] * len(acts)

    def one(number: int, who: str, act: Act) -> None:
        waits = [True]

        def attempt(request_cache: dict[Any, Any]) -> Any:
            work = UnitOfWork(
                Actor(members.tenant_id, members.ids[who], who, frozenset({"*"})),
                utc_now(),
                request_cache=request_cache,
            )
            answer = act(work)
            if waits:
                waits.clear()
                gate.wait(timeout=60)
            table().commit(work)
            return answer

        try:
            answers[number] = conflict_retry.until_won(attempt, {})
        except Exception as fault:  # noqa: BLE001 - looked at below
            answers[number] = fault

    threads = [threading.Thread(target=one, args=(number, *each)) for number, each in enumerate(acts)]
    for each in threads:
        each.start()
    for each in threads:
        each.join(timeout=120)
    assert [each for each in answers if isinstance(each, Exception)] == []
    return answers


def numbered(members: Members, numbering: str) -> str:
    options = {"template": "N-{0000}", "numbering": numbering}
    fields = [
        {"id": "title", "type": "text", "name": "标题", "unique": True},
        {"id": "number", "type": "serial", "name": "编号", "options": options},
    ]
    boss = members.api["boss"]
    form = str(_made(boss, "/v1/forms", {"name": numbering, "fields": fields})["id"])
    assert boss.post(f"/v1/forms/{form}/publish", headers={"If-Match": '"1"'}).status == 200
    return form


def create(form: str, title: str) -> Act:
    return lambda work: forms.records().submit(work, form, {"title": title}).record


def submit(form: str, title: str) -> Act:
    return lambda work: flows.runs().submit(work, form, {"title": title})


def approve(run_id: str, task_id: str) -> Act:
    return lambda work: flows.runs().decide(work, run_id, task_id, "approve", "同意")


@pytest.mark.parametrize("numbering", ["gapless", "fast"])
def test_twenty_records_have_twenty_numbers(members: Members, numbering: str, proved: Callable[..., None]) -> None:
    form = numbered(members, numbering)
    began = time.monotonic()
    records = at_once(members, [("rep", create(form, f"{number}")) for number in range(AT_ONCE)])
    seconds = time.monotonic() - began
    assert sorted(record.serial for record in records) == [f"N-{number:04}" for number in range(1, AT_ONCE + 1)]
    proved("P3", f"{AT_ONCE} records at once, numbered {numbering}", refused=0, seconds=f"{seconds:.1f}")


def test_twenty_submissions(members: Members) -> None:
    form = numbered(members, "gapless")
    step = {"type": "approve", "id": "one", "name": "审批", "mode": "any", "approvers": [members.people("a")]}
    assert members.publish_flow("numbered", {"steps": [step]}, form)
    at_once(members, [("rep", submit(form, f"{number}")) for number in range(AT_ONCE)])
    assert len(members.runs(form)) == AT_ONCE


def test_twenty_who_all_must_approve(members: Members, proved: Callable[..., None]) -> None:
    everybody = {"type": "approve", "id": "all", "name": "会签", "mode": "all", "approvers": [members.people(*CROWD)]}
    form = members.add_flow("everybody", {"steps": [everybody]})
    answer = members.api["rep"].post("/v1/runs", {"form_id": form, "values": {"title": "会签"}})
    assert answer.status == 201, answer.body
    run = members.run(answer.body["id"])
    names = {task.id: members.name_of(task.member) for task in run.tasks}
    began = time.monotonic()
    at_once(members, [(who, approve(run.id, task)) for task, who in names.items()])
    assert members.run(run.id).status == "approved"
    seconds = time.monotonic() - began
    proved("P3", f"{AT_ONCE} who decide in one approval at once", refused=0, seconds=f"{seconds:.1f}")


# -- a number and what may happen to it


def taken(members: Members, form: str) -> list[str]:
    page = members.api["boss"].get(f"/v1/forms/{form}/records?limit=100")
    return sorted(card["serial"] for card in page.body["items"])


def post(members: Members, form: str, title: str) -> tuple[int, str]:
    answer = members.api["rep"].post(f"/v1/forms/{form}/records", {"values": {"title": title}})
    return answer.status, str(answer.body.get("serial", ""))


@pytest.mark.parametrize(("numbering", "after"), [("gapless", "N-0002"), ("fast", "N-0003")])
def test_the_number_of_a_refused_record_is_kept_or_skipped(members: Members, numbering: str, after: str) -> None:
    form = numbered(members, numbering)
    assert post(members, form, "甲") == (201, "N-0001")
    assert post(members, form, "甲")[0] == 409
    assert post(members, form, "乙") == (201, after)


@pytest.mark.parametrize("numbering", ["gapless", "fast"])
def test_no_number_is_given_twice_when_an_answer_is_lost(members: Members, numbering: str) -> None:
    """Each write of a create in turn is carried out, and its answer lost."""
    form = numbered(members, numbering)
    for lost in range(3):
        writes = iter(range(100))

        def watch(operation: str, body: dict[str, Any], lost: int = lost, writes: Iterator[int] = writes) -> Any:
            if operation == "TransactWriteItems" and next(writes) == lost:
                members.place.wire.rows.answer(operation, body)
                return 500, {"__type": "InternalServerError", "message": "lost"}
            return None

        members.place.wire.watch = watch
        try:
            post(members, form, f"{lost}")
        finally:
            members.place.wire.watch = None
        assert post(members, form, f"后 {lost}")[0] == 201
    numbers = taken(members, form)
    assert len(set(numbers)) == len(numbers) >= 3


def test_the_setting_may_change_and_the_count_goes_on(members: Members) -> None:
    form = numbered(members, "gapless")
    assert post(members, form, "甲") == (201, "N-0001")
    boss = members.api["boss"]
    draft = boss.get(f"/v1/forms/{form}").body
    draft["definition"]["fields"][1]["options"]["numbering"] = "fast"
    saved = boss.put(f"/v1/forms/{form}", draft["definition"], draft["version"]).body
    assert boss.post(f"/v1/forms/{form}/publish", headers={"If-Match": f'"{saved["version"]}"'}).status == 200
    assert post(members, form, "乙") == (201, "N-0002")


def test_unavailable_is_not_contended() -> None:
    """What is not a lost race is not run again here."""
    calls: list[int] = []

    def attempt(request_cache: dict[Any, Any]) -> None:
        calls.append(1)
        raise Unavailable(service="dynamodb")

    with pytest.raises(Unavailable):
        conflict_retry.until_won(attempt, {})
    assert calls == [1]
