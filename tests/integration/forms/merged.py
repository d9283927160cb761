"""Customers with their contacts and follow-ups, merged over HTTP; the bus and the jobs by hand."""

import json
from dataclasses import dataclass
from typing import Any

from app import roll_up, tend_forms

from ..conftest import Answer, Api
from ..directory.company import Company
from ..jobs.worker import work_off_jobs
from .linked import link, opened
from .quote import Desk, field

ALL = {"id": "all", "audience": "everyone", "rows": "all", "actions": ["edit", "delete"], "fields": {}}


@dataclass
class Customers:
    """`contacts` link by one link, `visits` by a list and in lines."""

    company: Company
    customers: Desk
    contacts: Desk
    visits: Desk

    @classmethod
    def open(cls, company: Company, **more: Any) -> "Customers":
        access = {"access": {"groups": [ALL]}}
        customers = opened(company, "Customers", *FIELDS, **{**access, **more})
        contacts = opened(company, "Contacts", link("customer", customers.form_id), **access)
        guests = field("guests", "lines", "guests", options={"columns": [link("who", customers.form_id), NOTE]})
        visits = opened(company, "Visits", link("customers", customers.form_id, multiple=True), guests, **access)
        return cls(company, customers, contacts, visits)

    def two(self) -> tuple[dict[str, Any], dict[str, Any]]:
        """East, with a phone; South with a code, and tags of which one is East's too."""
        east = self.customers.filled({"name": "东", "phone": "1", "tags": ["a", "b"]})
        south = self.customers.filled({"name": "南", "code": "S", "tags": ["b", "c"]})
        return east, south

    def merge(self, survivor: dict[str, Any], loser: dict[str, Any], by: Api | None = None, **take: str) -> Answer:
        body = {"loser": loser["id"], "loser_version": loser["version"], "take": take}
        headers = {"If-Match": f'"{survivor["version"]}"'}
        return (by or self.company.boss).post(f"/v1/records/{survivor['id']}/merge", body, headers=headers)

    def merged(self, survivor: dict[str, Any], loser: dict[str, Any], **take: str) -> str:
        """The merge's id, once its job is done."""
        answer = self.merge(survivor, loser, None, **take)
        assert answer.status == 202, answer.body
        self.work()
        return str(answer.body["merge_id"])

    def undo(self, survivor: dict[str, Any], merge_id: str, by: Api | None = None) -> Answer:
        return (by or self.company.boss).post(f"/v1/records/{survivor['id']}/merge/undo", {"merge_id": merge_id})

    def undone(self, survivor: dict[str, Any], merge_id: str) -> None:
        answer = self.undo(survivor, merge_id)
        assert answer.status == 202, answer.body
        self.work()

    def work(self) -> None:
        work_off_jobs(self.company.cloud)
        heard = {"forms.RecordMerged", "forms.RecordLags"}
        for event in [each for each in self.company.cloud.events() if each["type"] in heard]:
            hear(tend_forms, event)
        for event in [each for each in self.company.cloud.events() if each["type"].startswith("forms.Record")]:
            hear(roll_up, event)
        work_off_jobs(self.company.cloud)

    def get(self, record: dict[str, Any]) -> dict[str, Any]:
        answer = self.company.boss.get(f"/v1/records/{record['id']}")
        assert answer.status == 200, answer.body
        found: dict[str, Any] = answer.body
        return found


def hear(consumer: Any, event: dict[str, Any]) -> None:
    body = json.dumps({"detail": event})
    assert consumer({"Records": [{"messageId": "1", "body": body}]}, None) == {"batchItemFailures": []}


TAGS = [{"value": each} for each in "abc"]
FIELDS = (
    field("phone", "text", "phone"),
    field("code", "text", "code", unique=True),
    field("tags", "choices", "tags", options={"choices": TAGS}),
)
NOTE = field("note", "text", "note")
