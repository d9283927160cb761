"""Guarded balances over HTTP: what records hold and use of a limit, what is refused, and what is told of it."""

from typing import Any

import pytest

from ..conftest import Cloud
from ..directory.company import Browser
from ..race import race
from .budgets import BALANCE, Budgets, budget_form, purchase_form
from .quote import CNY, Desk, codes, field
from .test_reindex import run_jobs_of


@pytest.fixture
def made(cloud: Cloud, browser: Browser) -> Budgets:
    return Budgets.open(cloud, browser)


@pytest.fixture
def flowing(cloud: Cloud, browser: Browser) -> Budgets:
    return Budgets.open(cloud, browser, flow=True)


def test_a_record_that_takes_effect_uses_the_limit(made: Budgets) -> None:
    budget = made.budget()
    assert made.figures(budget) == ("100000", "0", "0", "100000")
    made.bought(budget, "55000.50")
    assert made.figures(budget) == ("100000", "0", "55000.5", "44999.5")


def test_what_is_not_there_is_refused_with_the_difference(made: Budgets) -> None:
    budget = made.budget()
    made.bought(budget, "85000")
    refused = made.buy(budget, "18000")
    assert (refused.status, refused.code) == (409, "balance_short")
    assert codes(refused) == {"/values/total": "balance_short"}
    assert "¥15,000.00 left and this record needs ¥18,000.00: ¥3,000.00 short" in refused.body["detail"]
    assert made.figures(budget) == ("100000", "0", "85000", "15000")
    assert made.buy(budget, "15000").status == 201
    assert made.buy(budget, "0.01").status == 409


def test_submitting_holds_approving_uses_and_the_movements_tell_it(flowing: Budgets) -> None:
    budget = flowing.budget()
    run = flowing.submitted(budget, "30000")
    assert flowing.figures(budget) == ("100000", "30000", "0", "70000")
    assert flowing.decide(run).status == 200
    assert flowing.figures(budget) == ("100000", "0", "30000", "70000")
    moved = flowing.movements(budget).body["items"]
    assert [(each["cause"], each["held"], each["used"]) for each in moved] == [
        ("approved", "-30000", "30000"),
        ("in_approval", "30000", "0"),
    ]
    assert [each["record_id"] for each in moved] == [run["record_id"]] * 2
    assert flowing.agrees(budget)


def test_rejecting_and_withdrawing_release(flowing: Budgets) -> None:
    budget = flowing.budget()
    assert flowing.decide(flowing.submitted(budget, "30000"), "reject").status == 200
    run = flowing.submitted(budget, "40000")
    assert flowing.boss.post(f"/v1/runs/{run['id']}/withdraw", {}).status == 200
    assert flowing.figures(budget) == ("100000", "0", "0", "100000")
    assert flowing.agrees(budget)


def test_a_submission_beyond_the_limit_makes_nothing(flowing: Budgets) -> None:
    budget = flowing.budget()
    flowing.submitted(budget, "90000")
    refused = flowing.submit(budget, "10000.01")
    assert (refused.status, refused.code) == (409, "balance_short")
    assert len(flowing.purchases.listed().body["items"]) == 1


def test_an_amount_that_changes_is_adjusted(made: Budgets) -> None:
    budget = made.budget("100")
    record = made.bought(budget, "60")
    refused = made.purchases.change(record, total="101")
    assert (refused.status, refused.code) == (409, "balance_short")
    assert made.purchases.change(record, total="100").status == 200
    assert made.figures(budget) == ("100", "0", "100", "0")
    assert made.agrees(budget)


def test_deleting_gives_back_and_restoring_takes_again(made: Budgets) -> None:
    budget = made.budget("100")
    record = made.bought(budget, "60")
    assert made.boss.delete(f"/v1/records/{record['id']}", record["version"]).status == 204
    assert made.figures(budget) == ("100", "0", "0", "100")
    made.bought(budget, "50")
    refused = made.boss.post(f"/v1/records/{record['id']}/restore")
    assert (refused.status, refused.code) == (409, "balance_short")
    assert made.agrees(budget)


def test_a_record_that_moves_to_another_budget_gives_back_and_takes_at_once(made: Budgets) -> None:
    one, two = made.budget("100"), made.budget("50")
    record = made.bought(one, "60")
    refused = made.purchases.change(record, item=two["id"])
    assert (refused.status, refused.code) == (409, "balance_short")
    assert made.figures(one)[2] == "60"
    assert made.purchases.change(record, item=two["id"], total="50").status == 200
    assert (made.figures(one)[2], made.figures(two)[2]) == ("0", "50")
    assert made.agrees(one)
    assert made.agrees(two)


def test_a_limit_that_is_lowered_releases_nothing_and_refuses_more(made: Budgets) -> None:
    budget = made.budget("100")
    record = made.bought(budget, "60")
    assert made.budgets.change(budget, amount="50").status == 200
    assert made.figures(budget) == ("50", "0", "60", "-10")
    refused = made.buy(budget, "1")
    assert "-¥10.00 left and this record needs ¥1.00: ¥11.00 short" in refused.body["detail"]
    assert made.purchases.change(record, total="55").status == 200
    assert made.figures(budget) == ("50", "0", "55", "-5")


def test_a_record_whose_limit_is_taken_is_not_deleted(made: Budgets) -> None:
    budget = made.budget("100")
    record = made.bought(budget, "60")
    refused = made.boss.delete(f"/v1/records/{budget['id']}", budget["version"])
    assert (refused.status, refused.code) == (409, "balance_in_use")
    assert made.boss.delete(f"/v1/records/{record['id']}", record["version"]).status == 204
    assert made.boss.delete(f"/v1/records/{budget['id']}", budget["version"]).status == 204


def test_an_amount_below_zero_raises_no_limit(made: Budgets) -> None:
    budget = made.budget("100")
    made.bought(budget, "-1000")
    assert made.figures(budget) == ("100", "0", "0", "100")


def test_each_period_has_the_limit_for_itself(cloud: Cloud, browser: Browser) -> None:
    made = Budgets.open(cloud, browser, period={"every": "quarter", "by": "day"})
    budget = made.budget("100")
    made.bought(budget, "80", day="2026-03-31")
    made.bought(budget, "90", day="2026-04-01")
    assert made.buy(budget, "30", day="2026-01-01").code == "balance_short"
    found = {each["period"]: each["used"] for each in made.balances(budget)}
    assert (found["2026-Q1"], found["2026-Q2"]) == ("80", "90")
    assert len(made.movements(budget, "?period=2026-Q1").body["items"]) == 1
    assert made.agrees(budget)


def test_only_records_that_meet_the_condition_take_part(cloud: Cloud, browser: Browser) -> None:
    when = {"field": "what", "op": "eq", "value": "设备"}
    made = Budgets.open(cloud, browser, when=when)
    budget = made.budget("100")
    record = made.bought(budget, "500")
    refused = made.purchases.change(record, what="设备")
    assert (refused.status, refused.code) == (409, "balance_short")
    assert made.buy(budget, "100", what="设备").status == 201


def test_one_number_may_be_the_limit_of_every_record(cloud: Cloud, browser: Browser) -> None:
    made = Budgets.open(cloud, browser, limit={"fixed": "2"}, amount="total")
    budget = made.budget("")
    made.bought(budget, "2")
    assert made.buy(budget, "1").code == "balance_short"


def test_two_at_once_for_what_is_left_of_one_exactly_one_gets_it(
    made: Budgets, monkeypatch: pytest.MonkeyPatch
) -> None:
    budget = made.budget("100000")
    made.bought(budget, "85000")
    answers = race(monkeypatch, [lambda: made.buy(budget, "10000")] * 2)
    assert sorted(answer.status for answer in answers) == [201, 409]
    assert made.figures(budget)[3] == "5000"


def test_the_first_two_of_a_balance_at_once_both_count(made: Budgets, monkeypatch: pytest.MonkeyPatch) -> None:
    budget = made.budget("100")
    answers = race(monkeypatch, [lambda: made.buy(budget, "40")] * 2)
    assert [answer.status for answer in answers] == [201, 201]
    assert made.figures(budget)[2] == "80"
    assert made.agrees(budget)


def test_a_budget_that_is_deleted_while_somebody_takes_of_it(made: Budgets, monkeypatch: pytest.MonkeyPatch) -> None:
    budget = made.budget("100")
    path = f"/v1/records/{budget['id']}"
    contenders = [lambda: made.boss.delete(path, budget["version"]), lambda: made.buy(budget, "40")]
    for order in (contenders, contenders[::-1]):
        statuses = {answer.status for answer in race(monkeypatch, order)}
        assert statuses & {409, 422}, statuses
        assert len(statuses) == 2


def test_a_limit_that_is_lowered_while_somebody_takes_of_it_counts(
    made: Budgets, monkeypatch: pytest.MonkeyPatch
) -> None:
    budget = made.budget("100")
    buying, _ = race(monkeypatch, [lambda: made.buy(budget, "90"), lambda: made.budgets.change(budget, amount="50")])
    assert (buying.status, buying.code) == (409, "balance_short")


def test_one_request_told_twice_takes_once(made: Budgets) -> None:
    budget = made.budget("100")
    body = {"values": {"item": budget["id"], "total": "30"}}
    path = f"/v1/forms/{made.purchases.form_id}/records"
    for _ in range(2):
        assert made.boss.post(path, body, headers={"Idempotency-Key": "one"}).status == 201
    assert made.figures(budget)[2] == "30"


def test_who_may_not_read_the_limit_is_told_no_figure(cloud: Cloud, browser: Browser) -> None:
    made = Budgets.open(cloud, browser)
    budget = made.budget("100")
    group = {
        "id": "all",
        "name": "全体",
        "audience": "everyone",
        "rows": "all",
        "fields": {"amount": "hidden"},
        "actions": [],
    }
    published = made.budgets.republish({**budget_form(), "access": {"groups": [group]}})
    assert published.status == 200, published.body
    rep, _ = made.company.join("rep@east.example.cn", "rep")
    refused = made.buy(budget, "101", by=rep)
    assert (refused.status, refused.code) == (409, "balance_short_unseen")
    assert "100" not in str(refused.body.get("detail"))
    assert made.balances(budget, by=rep) == []
    assert made.movements(budget, by=rep).status == 404
    assert made.buy(budget, "99", by=rep).status == 201


def test_movements_of_records_that_may_not_be_read_have_no_name(cloud: Cloud, browser: Browser) -> None:
    made = Budgets.open(cloud, browser)
    budget = made.budget("100")
    made.bought(budget, "30")
    group = {"id": "all", "name": "全体", "audience": "everyone", "rows": "all", "actions": []}
    published = made.budgets.republish({**budget_form(), "access": {"groups": [group]}})
    assert published.status == 200, published.body
    rep, _ = made.company.join("rep@east.example.cn", "rep")
    (moved,) = made.movements(budget, by=rep).body["items"]
    assert (moved["record_id"], moved["by"], moved["title"]) == (None, None, "")
    assert (moved["held"], moved["used"]) == (None, None)
    assert made.balances(budget, by=rep)[0]["used"] == "30"


def test_publishing_says_what_is_wrong_with_a_balance(made: Budgets) -> None:
    budgets = made.budgets.form_id

    def faults(**balance: Any) -> dict[str, str]:
        answer = made.purchases.republish(purchase_form(budgets, [{**BALANCE, **balance}]))
        return codes(answer)

    assert faults(on="what") == {"/balances/0/on": "balance_link"}
    assert faults(amount="what") == {"/balances/0/amount": "balance_amount"}
    assert faults(limit={}) == {"/balances/0/limit": "balance_limit"}
    assert faults(limit={"fixed": "-1"}) == {"/balances/0/limit": "balance_limit"}
    assert faults(limit={"field": "item"}) == {"/balances/0/limit/field": "balance_limit_field"}
    assert faults(period={"every": "month", "by": "total"}) == {"/balances/0/period/by": "balance_day"}
    relative = {"field": "day", "op": "eq", "value": {"relative": "today"}}
    assert faults(when=relative) == {"/balances/0/when": "balance_condition"}
    late = {"in_approval": "release", "approved": "commit"}
    assert faults(moves=late) == {"/balances/0/moves/in_approval": "balance_late"}


def test_the_field_that_is_a_limit_is_not_dropped(made: Budgets) -> None:
    fields = [field("item", "text", "预算项")]
    answer = made.budgets.republish({**budget_form(), "fields": fields})
    assert codes(answer) == {"/fields": "field_limits_balance"}
    assert "采购" in answer.body["errors"][0]["message"]


def test_a_limit_in_another_currency_is_no_limit(made: Budgets) -> None:
    dollars = Desk.open(
        made.company, {**budget_form(), "fields": [field("amount", "money", "额度", options={"currency": "USD"})]}
    )
    answer = made.purchases.republish(purchase_form(dollars.form_id, [BALANCE]))
    assert codes(answer) == {"/balances/0/limit/field": "balance_currency"}
    assert CNY["currency"] in answer.body["errors"][0]["message"]


def test_records_of_before_are_counted_when_a_balance_is_published(cloud: Cloud, browser: Browser) -> None:
    made = Budgets.open(cloud, browser)
    budget = made.budget("100")
    bare = purchase_form(made.budgets.form_id, [])
    assert made.purchases.republish(bare).status == 200
    for total in ("60", "70"):
        made.bought(budget, total)
    gone = made.bought(budget, "80")
    assert made.boss.delete(f"/v1/records/{gone['id']}", gone["version"]).status == 204
    assert made.purchases.republish({**bare, "balances": [BALANCE]}).status == 200
    assert run_jobs_of(made.purchases) == 1
    assert made.figures(budget) == ("100", "0", "130", "-30")
    assert {each["cause"] for each in made.movements(budget).body["items"]} == {"recount"}
    assert made.purchases.republish({**bare, "title": "{what}"}).status == 200
    assert run_jobs_of(made.purchases) == 1
    assert made.balances(budget) == []
    assert made.purchases.republish({**bare, "balances": [BALANCE]}).status == 200
    assert made.figures(budget) == ("100", "0", "0", "100")
    assert made.agrees(budget)
