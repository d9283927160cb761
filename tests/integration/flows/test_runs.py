"""Submit, decide, withdraw, look: the whole path over HTTP."""

from .company_fixture import CompanyFixture, quote, quote_form


def people(steps: list[dict[str, object]]) -> list[list[str]]:
    return [[person["name"] for person in step["people"]] for step in steps if step["people"]]  # type: ignore[attr-defined]


def test_a_quote_goes_its_whole_way_and_the_preview_named_everybody(quotes: CompanyFixture) -> None:
    body = {"form_id": quotes.desk.form_id, "values": quote("80")}
    foretold = quotes.api["rep"].post("/v1/runs/preview", body)
    assert foretold.status == 200, foretold.body
    assert people(foretold.body["steps"]) == [["manager"], ["pm_a"], ["assistant"]]
    assert foretold.body["blocked"] is False

    run = quotes.submitted(price="80")
    assert (run["status"], run["node"]["id"]) == ("running", "manager2")
    assert people(run["ahead"]) == [["pm_a"], ["assistant"]]
    record = quotes.api["rep"].get(f"/v1/records/{run['record_id']}").body
    assert (record["state"], record["locked"]) == ("in_approval", True)
    assert quotes.desk.change(record, quotes.api["rep"], customer="另一家").code == "record_locked"

    assert [len(quotes.todos(who)) for who in ("manager", "pm_a", "pm_b", "cfo", "assistant", "rep")] == [
        1,
        0,
        0,
        0,
        0,
        0,
    ]
    todo = quotes.todos("manager")[0]
    assert (todo["title"], todo["node_name"], todo["initiator"]["name"]) == (run["title"], "manager2", "rep")
    assert [(each["id"], each["value"]) for each in todo["summary"]] == [
        ("customer_type", "Type A"),
        ("total", "800.00"),
        ("discount", "0.2"),
    ]
    assert quotes.api["manager"].get(f"/v1/records/{run['record_id']}").status == 200

    chinese = quotes.api["manager"].get("/v1/todos", headers={"Accept-Language": "zh-CN"}).body["items"][0]
    assert [(each["form_name"], each["summary"][0]["value"]) for each in (todo, chinese)] == [
        ("Quote", "Type A"),
        ("报价单", "A 类"),
    ]

    decided = quotes.decide("manager", opinion="同意")
    assert decided.status == 200, decided.body
    assert (decided.body["node"]["id"], quotes.todos("manager")) == ("product", [])
    done = quotes.api["manager"].get("/v1/done").body["items"]
    assert [(entry["run_id"], entry["decision"]) for entry in done] == [(run["id"], "approved")]

    assert quotes.decide("pm_a").body["status"] == "approved"
    record = quotes.api["rep"].get(f"/v1/records/{run['record_id']}").body
    assert (record["state"], record["locked"]) == ("approved", True)
    started = quotes.api["rep"].get("/v1/started").body["items"]
    assert [(entry["run_id"], entry["status"]) for entry in started] == [(run["id"], "approved")]

    copied = quotes.api["assistant"].get("/v1/cc").body["items"]
    assert [(entry["run_id"], entry["read_at"]) for entry in copied] == [(run["id"], None)]
    assert quotes.api["assistant"].post(f"/v1/cc/{run['id']}/read").status == 200
    assert quotes.api["assistant"].get("/v1/cc").body["items"][0]["read_at"]

    trail = quotes.trail(run["id"], "rep")
    assert [entry["seq"] for entry in trail] == list(range(1, len(trail) + 1))
    assert [entry["act"] for entry in trail] == [
        "submitted",
        "branch_taken",
        "assigned",
        "approved",
        "assigned",
        "approved",
        "copied",
        "finished",
    ]
    assert (trail[3]["by_name"], trail[3]["opinion"]) == ("manager", "同意")


def test_boundaries_take_the_path_that_they_should(quotes: CompanyFixture) -> None:
    taken = {
        price: [step["detail"] for step in quotes.submitted(price=price)["path"] if step["type"] == "branch"]
        for price in ("90", "89.99", "75", "74.99")
    }
    assert taken == {"90": ["small"], "89.99": ["其他"], "75": ["其他"], "74.99": ["risky"]}
    exact = quotes.submitted(price="100", grade="C", quantity="5000")
    above = quotes.submitted(price="100.01", grade="C", quantity="5000")
    assert [run["path"][0]["detail"] for run in (exact, above)] == ["small", "risky"]
    assert [task["member"]["name"] for task in above["path"][1]["tasks"]] == ["manager", "pm_a"]


def test_a_rejection_ends_it_and_the_record_can_be_mended_and_submitted_again(quotes: CompanyFixture) -> None:
    run = quotes.submitted(price="70")
    assert quotes.decide("pm_a", "reject", "毛利太低").body["status"] == "rejected"
    assert quotes.todos("manager") == []
    record = quotes.api["rep"].get(f"/v1/records/{run['record_id']}").body
    assert (record["state"], record["locked"]) == ("rejected", False)
    assert quotes.desk.change(record, quotes.api["rep"], lines=quote("95")["lines"]).status == 200
    again = quotes.api["rep"].post("/v1/runs", {"record_id": run["record_id"]})
    assert again.status == 201, again.body
    assert again.body["id"] != run["id"]
    shown = quotes.api["manager"].get(f"/v1/runs/{again.body['id']}").body
    assert (shown["round"], shown["previous"]) == (
        2,
        {
            "run_id": run["id"],
            "status": "rejected",
            "decided_by": {"id": quotes.ids["pm_a"], "name": "pm_a"},
            "opinion": "毛利太低",
            "ended_at": quotes.api["rep"].get(f"/v1/runs/{run['id']}").body["ended_at"],
        },
    )
    assert {"lines/0/unit_price", "discount"} <= set(shown["changed"])
    changes = quotes.api["manager"].get(f"/v1/runs/{again.body['id']}/changes").body["items"]
    assert [each["field"] for each in changes] == shown["changed"]
    price = next(each for each in changes if each["field"] == "lines/0/unit_price")
    assert [float(price[side]) for side in ("before", "after")] == [70, 95]
    assert quotes.api["pm_b"].get(f"/v1/runs/{again.body['id']}/changes").code == "run_not_found"
    listed = quotes.api["rep"].get("/v1/started").body["items"]
    assert [(each["run_id"], each["round"]) for each in listed] == [(again.body["id"], 2)]
    assert quotes.decide("manager").body["status"] == "approved"
    assert quotes.api["rep"].post("/v1/runs", {"record_id": run["record_id"]}).code == "record_not_submittable"
    assert quotes.api["rep"].get(f"/v1/runs/{run['id']}").body["status"] == "rejected"


def test_a_round_is_read_though_its_record_lies_in_the_bin(quotes: CompanyFixture) -> None:
    first = quotes.submitted(price="95")
    quotes.decide("manager", "reject", "太低")
    rep = quotes.api["rep"]
    again = rep.post("/v1/runs", {"record_id": first["record_id"]}).body
    quotes.decide("manager", "reject", "还是太低")
    record = rep.get(f"/v1/records/{first['record_id']}").body
    assert rep.delete(f"/v1/records/{record['id']}", record["version"]).status == 204
    for who in ("rep", "manager", "boss"):
        shown = quotes.api[who].get(f"/v1/runs/{again['id']}").body
        assert (shown["round"], shown["previous"]["opinion"]) == (2, "太低")
        assert quotes.api[who].get(f"/v1/runs/{again['id']}/changes").code == "not_found"


def test_pages_of_a_records_runs_do_not_tell_of_those_that_one_may_not_see(quotes: CompanyFixture) -> None:
    """pm_a was asked in the second round only; others came before and after it."""
    first = quotes.submitted(price="95")
    quotes.decide("manager", "reject", "太低")
    rep, path = quotes.api["rep"], f"/v1/records/{first['record_id']}/runs"
    record = rep.get(f"/v1/records/{first['record_id']}").body
    changed = {"values": {**record["values"], **quote("80")}}
    assert rep.put(f"/v1/records/{record['id']}", changed, record["version"]).status == 200
    second = rep.post("/v1/runs", {"record_id": record["id"]}).body
    quotes.decide("manager")
    quotes.decide("pm_a", "reject", "太低")
    for _ in range(3):
        run = rep.post("/v1/runs", {"record_id": record["id"]}).body
        assert rep.post(f"/v1/runs/{run['id']}/withdraw", {"reason": ""}).status == 200
    assert rep.get(f"{path}?limit=2").body["next_cursor"] is not None
    for limit in (1, 2, 20):
        seen = quotes.api["pm_a"].get(f"{path}?limit={limit}").body
        assert ([each["id"] for each in seen["items"]], seen["next_cursor"]) == ([second["id"]], None)
    everything, cursor = [], ""
    while True:
        page = rep.get(f"{path}?limit=2{cursor}").body
        everything += [each["id"] for each in page["items"]]
        if page["next_cursor"] is None:
            break
        cursor = f"&cursor={page['next_cursor']}"
    assert everything == [each["id"] for each in rep.get(path).body["items"]]
    assert len(everything) == 5


def test_a_record_names_the_runs_that_it_went_through(quotes: CompanyFixture) -> None:
    rep = quotes.api["rep"]
    first = quotes.submitted(price="95")
    path = f"/v1/records/{first['record_id']}/runs"
    assert [run["id"] for run in rep.get(path).body["items"]] == [first["id"]]
    quotes.decide("manager", "reject", "太低")
    second = rep.post("/v1/runs", {"record_id": first["record_id"]}).body
    assert second["id"] != first["id"]
    assert [(run["id"], run["status"]) for run in rep.get(path).body["items"]] == [
        (second["id"], "running"),
        (first["id"], "rejected"),
    ]
    assert quotes.api["pm_b"].get(path).status == 404
    draft = quotes.desk.filled(quote(), by=rep)
    assert rep.get(f"/v1/records/{draft['id']}/runs").body["items"] == []


def test_who_was_asked_once_sees_that_run_and_not_the_next_one(quotes: CompanyFixture) -> None:
    first = quotes.submitted(price="80")
    quotes.decide("manager")
    quotes.decide("pm_a", "reject", "不行")
    record = quotes.api["rep"].get(f"/v1/records/{first['record_id']}").body
    assert quotes.desk.change(record, quotes.api["rep"], lines=quote("95")["lines"]).status == 200
    second = quotes.api["rep"].post("/v1/runs", {"record_id": record["id"]}).body
    found = quotes.api["pm_a"].get(f"/v1/records/{record['id']}/runs").body["items"]
    assert ([run["id"] for run in found], second["status"]) == ([first["id"]], "running")


def test_a_role_that_reads_the_whole_form_reads_its_trails_too(fixture: CompanyFixture) -> None:
    role = fixture.api["boss"].post("/v1/roles", {"name": "审计", "permissions": []}).body
    fixture.company.place(fixture.ids["pm_b"], role_ids=[role["id"]])
    form = {**quote_form(), "access": {"submit": "everyone", "read_all": {"roles": [role["id"]]}}}
    assert fixture.desk.republish(form).status == 200
    run = fixture.with_flow().submitted()
    reader = fixture.api["pm_b"]
    assert reader.get(f"/v1/runs/{run['id']}").status == 200
    assert [each["id"] for each in reader.get(f"/v1/records/{run['record_id']}/runs").body["items"]] == [run["id"]]


def test_the_path_of_an_own_record_is_foreseen_with_other_values_and_its_own_files(quotes: CompanyFixture) -> None:
    rep = quotes.api["rep"]
    record = quotes.desk.filled(quote("95"), by=rep)
    body = {"record_id": record["id"]}
    assert people(rep.post("/v1/runs/preview", body).body["steps"])[0] == ["manager"]
    changed = rep.post("/v1/runs/preview", {**body, "values": quote("80")})
    assert people(changed.body["steps"])[:2] == [["manager"], ["pm_a"]]
    assert rep.post("/v1/runs/preview", {**body, "values": {}}).code == "record_invalid"
    assert quotes.api["manager"].post("/v1/runs/preview", body).status == 404


def test_a_withdrawal_frees_the_record_and_empties_the_list(quotes: CompanyFixture) -> None:
    run = quotes.submitted()
    assert quotes.api["manager"].post(f"/v1/runs/{run['id']}/withdraw", {}).code == "not_initiator"
    withdrawn = quotes.api["rep"].post(f"/v1/runs/{run['id']}/withdraw", {"reason": "客户改主意"})
    assert (withdrawn.status, withdrawn.body["status"]) == (200, "withdrawn")
    assert quotes.todos("manager") == []
    late = quotes.api["manager"].post(f"/v1/runs/{run['id']}/tasks/t1/decide", {"decision": "approve"})
    assert (late.status, late.code) == (409, "run_over")


def test_a_decision_sent_twice_conflicts(quotes: CompanyFixture) -> None:
    run = quotes.submitted(price="80")
    path = f"/v1/runs/{run['id']}/tasks/t1/decide"
    first = quotes.api["manager"].post(path, {"decision": "approve"}, headers={"Idempotency-Key": "one"})
    again = quotes.api["manager"].post(path, {"decision": "approve"}, headers={"Idempotency-Key": "one"})
    other = quotes.api["manager"].post(path, {"decision": "reject"}, headers={"Idempotency-Key": "two"})
    assert (first.status, again.status, again.body) == (200, 200, first.body)
    assert (other.status, other.code) == (409, "task_already_decided")
    assert [entry["act"] for entry in quotes.trail(run["id"])].count("approved") == 1


def test_nobody_else_decides_and_strangers_see_nothing(quotes: CompanyFixture) -> None:
    run = quotes.submitted()
    path = f"/v1/runs/{run['id']}"
    for who in ("cfo", "pm_a", "assistant"):
        for asked in (path, f"{path}/trail"):
            assert quotes.api[who].get(asked).code == "run_not_found"
        for act, body in (
            ("tasks/t1/decide", {"decision": "approve"}),
            ("withdraw", {}),
            ("comments", {"text": "?"}),
            ("cc", {"members": [quotes.ids[who]]}),
        ):
            assert quotes.api[who].post(f"{path}/{act}", body).code == "run_not_found"
    assert quotes.api["rep"].post(f"{path}/tasks/t1/decide", {"decision": "approve"}).code == "not_your_task"
    assert quotes.api["rep"].post(f"{path}/tasks/t9/decide", {"decision": "approve"}).code == "task_not_found"
    assert quotes.api["boss"].get(path).status == 200
    never = quotes.api["cfo"].get(f"/v1/runs/{'0' * 26}")
    seen = quotes.api["cfo"].get(path)
    assert {**never.body, "correlation_id": ""} == {**seen.body, "correlation_id": ""}
    assert [entry["act"] for entry in quotes.trail(run["id"])] == ["submitted", "branch_taken", "assigned"]


def test_commenting_and_copying_bring_people_in(quotes: CompanyFixture) -> None:
    run = quotes.submitted()
    path = f"/v1/runs/{run['id']}"
    assert quotes.api["rep"].post(f"{path}/comments", {"text": "请尽快"}).status == 201
    assert quotes.api["rep"].post(f"{path}/cc", {"members": [quotes.ids["cfo"]]}).status == 201
    assert quotes.api["cfo"].get(path).status == 200
    assert quotes.api["cfo"].get(f"/v1/records/{run['record_id']}").status == 200
    assert quotes.api["cfo"].post(f"{path}/comments", {"text": "知道了"}).status == 201
    assert [entry.get("opinion") for entry in quotes.trail(run["id"])[3:]] == ["请尽快", None, "知道了"]
    assert quotes.api["manager"].post(f"/v1/cc/{run['id']}/read").code == "not_copied"


def test_only_an_own_record_is_submitted_and_only_once_at_a_time(quotes: CompanyFixture) -> None:
    run = quotes.submitted()
    assert quotes.api["rep"].post("/v1/runs", {"record_id": run["record_id"]}).code == "record_in_approval"
    others = quotes.api["manager"].post("/v1/runs", {"record_id": run["record_id"]})
    never = quotes.api["manager"].post("/v1/runs", {"record_id": "0" * 26})
    assert (others.status, others.code) == (never.status, never.code)


def test_values_that_the_form_refuses_start_nothing(quotes: CompanyFixture) -> None:
    refused = quotes.api["rep"].post("/v1/runs", {"form_id": quotes.desk.form_id, "values": {"customer": "x"}})
    assert refused.status == 422
    assert quotes.api["rep"].get("/v1/started").body["items"] == []


def test_lists_are_filtered_by_form_and_paged(quotes: CompanyFixture) -> None:
    ids = [quotes.submitted()["id"] for _ in range(3)]
    first = quotes.api["manager"].get(f"/v1/todos?limit=2&form_id={quotes.desk.form_id}").body
    rest = (
        quotes.api["manager"].get(f"/v1/todos?limit=2&form_id={quotes.desk.form_id}&cursor={first['next_cursor']}").body
    )
    assert [entry["run_id"] for entry in first["items"] + rest["items"]] == ids[::-1]
    assert quotes.api["manager"].get(f"/v1/todos?form_id={'0' * 26}").body["items"] == []


def test_todos_come_in_the_order_of_what_is_due(fixture: CompanyFixture) -> None:
    """Also when the later submission is due sooner; decided ones leave the list, wherever they stood."""
    manager = {"type": "member", "members": [fixture.ids["manager"]]}

    def flow(**due: int) -> dict[str, object]:
        return fixture.definition(
            {"type": "approve", "id": "only", "name": "审批", "mode": "any", "approvers": [manager], **due}
        )

    def now(**due: int) -> None:
        path, version = f"/v1/flows/{fixture.flow['id']}", fixture.flow["version"]
        saved = fixture.api["boss"].put(path, flow(**due), version)
        assert saved.status == 200, saved.body
        fixture.flow = fixture.publish(fixture.flow["id"], saved.body["version"]).body["flow"]

    fixture.with_flow(flow())
    relaxed = fixture.submitted()
    now(due_hours=48)
    later = fixture.submitted()
    now(due_hours=1)
    soon = fixture.submitted()
    listed = fixture.todos("manager")
    assert [todo["run_id"] for todo in listed] == [soon["id"], later["id"], relaxed["id"]]
    assert listed[0]["due_at"] == soon["path"][0]["tasks"][0]["due_at"]
    assert listed[2]["due_at"] is None
    assert fixture.decide("manager").status == 200
    assert [todo["run_id"] for todo in fixture.todos("manager")] == [later["id"], relaxed["id"]]


def test_a_preview_of_nothing_is_told_what_is_missing(quotes: CompanyFixture) -> None:
    answer = quotes.api["rep"].post("/v1/runs/preview", {})
    assert (answer.status, answer.body["errors"][0]["code"]) == (422, "schema_required")
