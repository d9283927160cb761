"""Who takes part in a run, who is only kept informed, and what each of them may see and do."""

from .company_fixture import CompanyFixture, quote


def test_who_takes_part_in_an_approval_sees_what_its_fields_are(quotes: CompanyFixture) -> None:
    """Whoever waits for their turn does not yet; whoever was asked or informed goes on seeing it."""
    desk = quotes.desk
    draft = quotes.api["boss"].get(f"/v1/forms/{desk.form_id}").body["definition"]
    closed = {**draft, "access": {"submit": {"members": [quotes.ids["rep"]]}}}
    assert desk.republish(closed).status == 200
    run = quotes.submitted(price="80")
    took_part = {who: desk_status(quotes, who) for who in ("rep", "manager", "pm_a", "pm_b", "assistant", "cfo")}
    assert took_part == {"rep": 200, "manager": 200, "pm_a": 404, "pm_b": 404, "assistant": 404, "cfo": 404}
    quotes.decide("manager")
    assert desk_status(quotes, "pm_a") == 200
    quotes.decide("pm_a")
    told = quotes.api["rep"].post(f"/v1/runs/{run['id']}/cc", {"members": [quotes.ids["cfo"]]})
    assert told.status == 201, told.body
    took_part = {who: desk_status(quotes, who) for who in ("manager", "pm_a", "pm_b", "assistant", "cfo")}
    assert took_part == {"manager": 200, "pm_a": 200, "pm_b": 404, "assistant": 200, "cfo": 200}
    assert quotes.api["pm_b"].post("/v1/runs", {"form_id": desk.form_id, "values": quote()}).status == 403


def desk_status(fixture: CompanyFixture, who: str) -> int:
    return fixture.api[who].get(f"/v1/forms/{fixture.desk.form_id}/versions/2").status


def copy(fixture: CompanyFixture, run_id: str, who: str, whom: str) -> tuple[int, str]:
    answer = fixture.api[who].post(f"/v1/runs/{run_id}/cc", {"members": [fixture.ids[whom]]})
    return answer.status, answer.code


def may_copy(fixture: CompanyFixture, run_id: str, who: str) -> bool:
    return bool(fixture.api[who].get(f"/v1/runs/{run_id}").body["may"]["copy"])


def test_who_is_only_informed_brings_nobody_in(quotes: CompanyFixture) -> None:
    """The initiator and whoever was asked do, also when it is over; and so does who reads all records of the form."""
    run = quotes.submitted(price="80")["id"]
    assert copy(quotes, run, "rep", "cfo") == (201, "")
    before = quotes.trail(run)
    assert copy(quotes, run, "cfo", "pm_b") == (403, "copy_denied")
    assert copy(quotes, run, "pm_b", "pm_b") == (404, "run_not_found")
    assert quotes.trail(run) == before
    assert quotes.api["pm_b"].get(f"/v1/runs/{run}").status == 404
    assert quotes.api["cfo"].post(f"/v1/runs/{run}/comments", {"text": "知道了"}).status == 201

    assert copy(quotes, run, "manager", "assistant") == (201, "")
    quotes.decide("manager")
    quotes.decide("pm_a")
    assert {who: may_copy(quotes, run, who) for who in ("rep", "manager", "pm_a", "cfo", "assistant", "boss")} == {
        "rep": True,
        "manager": True,
        "pm_a": True,
        "cfo": False,
        "assistant": False,
        "boss": True,
    }
    assert copy(quotes, run, "assistant", "pm_b") == (403, "copy_denied")
    assert copy(quotes, run, "boss", "pm_b") == (201, "")


def test_who_reads_the_whole_form_may_bring_others_in_though_only_informed(quotes: CompanyFixture) -> None:
    role = quotes.api["boss"].post("/v1/roles", {"name": "审计", "permissions": []}).body
    draft = quotes.api["boss"].get(f"/v1/forms/{quotes.desk.form_id}").body["definition"]
    readable = {**draft, "access": {"read_all": {"roles": [role["id"]]}}}
    assert quotes.desk.republish(readable).status == 200
    run = quotes.submitted()["id"]
    assert copy(quotes, run, "rep", "cfo") == (201, "")
    assert copy(quotes, run, "cfo", "pm_b") == (403, "copy_denied")
    quotes.company.place(quotes.ids["cfo"], role_ids=[role["id"]])
    assert copy(quotes, run, "cfo", "pm_b") == (201, "")
