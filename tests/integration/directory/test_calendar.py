"""The working calendar over the API."""

from datetime import UTC, date, datetime

from chalicelib.directory import wiring
from chalicelib.directory.domain.calendar import is_workday
from chalicelib.edge.schemas import validate
from chalicelib.kernel.actor import Actor
from chalicelib.kernel.unit_of_work import UnitOfWork

from .company import Company


def test_a_year_is_shipped_assumed_or_entered(company: Company) -> None:
    shipped = company.boss.get("/v1/calendar/2026").body
    validate("directory/calendar_year", shipped)
    assert (shipped["state"], shipped["version"], "2026-10-10" in shipped["workdays"]) == ("announced", 0, True)
    assert company.boss.get("/v1/calendar/2027").body["state"] == "assumed"
    days = {"holidays": ["2027-10-01", "2027-02-08"], "workdays": ["2027-10-09"]}
    entered = company.boss.put("/v1/calendar/2027", days, 0)
    assert (entered.status, entered.body["state"], entered.body["version"]) == (200, "announced", 1)
    assert entered.body["holidays"] == ["2027-02-08", "2027-10-01"]
    assert company.boss.put("/v1/calendar/2027", days, 0).status == 412
    assert company.boss.put("/v1/calendar/2027", {"holidays": [], "workdays": []}, 1).body["holidays"] == []
    assert company.boss.get("/v1/calendar/2027").body["version"] == 2


def test_the_whole_calendar_has_what_is_shipped_and_what_was_entered(company: Company) -> None:
    company.boss.put("/v1/calendar/2027", {"holidays": [], "workdays": ["2027-10-09"]}, 0)
    work = UnitOfWork(Actor(company.id, company.boss_id, "王总", frozenset()), datetime.now(UTC))
    calendar = wiring.calendars().whole(work)
    assert [is_workday(calendar, date(*day)) for day in ((2026, 10, 10), (2027, 10, 9), (2027, 10, 10))] == [
        True,
        True,
        False,
    ]


def test_only_who_manages_the_company_enters_a_year_and_only_years_are_found(company: Company) -> None:
    plain, _ = company.join("rep@east.example.cn")
    assert plain.get("/v1/calendar/2026").status == 200
    assert plain.put("/v1/calendar/2026", {"holidays": [], "workdays": []}, 0).status == 403
    for year in ("1999", "2101", "2O26", "26"):
        assert company.boss.get(f"/v1/calendar/{year}").status == 404
    wrong = company.boss.put("/v1/calendar/2027", {"holidays": ["2026-10-01"], "workdays": []}, 0)
    assert (wrong.status, wrong.body["errors"][0]["code"]) == (422, "not_of_year")
