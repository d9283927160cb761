"""Puts the demo company there, piece by piece; what is there already is left alone, also if somebody worked on it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from ..client import Company, Mismatch, Person, apps
from ..client import company as build
from .data import Quote, load, quotes

INQUIRY = "%PDF-1.4\n% 询价函\n%%EOF\n".encode()


def seed(company: Company, today: date) -> None:
    """Raises Mismatch if the API does not answer as it should."""
    if not company.admin.sign_in():
        build.sign_up(company)
    if company.admin.browser.get("/v1/me").body["company"]["read_only"]:
        return  # its trial is over: there it stays as it is, for reading
    build.ensure_places(company)
    build.ensure_members(company)
    build.ensure_lines(company)
    _ensure_apps(company)
    _ensure_records(company, today)


def _ensure_apps(company: Company) -> None:
    admin, form, flow = company.admin.browser, load("quote_form"), load("quote_flow")
    forms = {each["id"]: each for each in admin.every("/v1/forms") if each["name"] == form["name"]}
    published = [each["id"] for each in forms.values() if each["published_version"]]
    company.forms["quote"] = published[-1] if published else apps.publish_form(admin, form)
    if not any(each["form_id"] == company.forms["quote"] for each in admin.every("/v1/flows")):
        apps.publish_flow(admin, company.filled(flow))


def _ensure_records(company: Company, today: date) -> None:
    """A quote is known by its customer; one in the recycle bin was there, too."""
    form_id, admin = company.forms["quote"], company.admin.browser
    path = f"/v1/forms/{form_id}"
    present = {card["values"]["customer"] for kind in ("records", "bin") for card in admin.every(f"{path}/{kind}")}
    by_key = {quote.key: quote for quote in quotes()}
    for plan in load("records"):
        quote = by_key[plan["quote"]]
        if quote.customer not in present:
            _make(company, plan, quote, today)


def _make(company: Company, plan: Mapping[str, Any], quote: Quote, today: date) -> None:
    form_id, author = company.forms["quote"], _signed_in(company, plan["by"]).browser
    values = quote.values(today)
    if "file" in plan:
        file = apps.File(plan["file"], "application/pdf", INQUIRY)
        values["attachment"] = [{"id": apps.upload(author, form_id, "attachment", file)}]
    if plan.get("draft"):
        author.post(f"/v1/forms/{form_id}/records", {"values": values}).expect(201)
        return
    run_id = apps.submit(author, form_id, values)["id"]
    for who, act, words in plan["acts"]:
        _act(_signed_in(company, who), run_id, act, words)


def _act(person: Person, run_id: str, act: str, words: str) -> None:
    if act == "withdraw":
        person.browser.post(f"/v1/runs/{run_id}/withdraw", {"reason": words})
    elif act == "comment":
        person.browser.post(f"/v1/runs/{run_id}/comments", {"text": words})
    else:
        card = apps.todo_of(person.browser, run_id)
        if card is None:
            raise Mismatch(f"to-do of {person.name}", "there", "not there")
        apps.decide(person.browser, run_id, card["task_id"], act, words).expect(200)


def _signed_in(company: Company, key: str) -> Person:
    """Who joined in this run has a session; others sign in when they are needed."""
    person = company.people[key]
    if person.browser.ask("GET", "/v1/session").status != 200 and not person.sign_in():
        raise Mismatch(f"sign-in of {person.email}", "with the demo password", "refused")
    return person
