"""An image of a company's data: made by one release, loaded by the next. `python -m tests.upgrade.image <release>`."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from chalice.test import Client

from app import app
from chalicelib.kernel.clock import from_text, to_text, utc_now

from ..cloud import Api, Cloud, doubled
from ..integration.directory.company import PASSWORD
from .story import Story, play

IMAGES = Path(__file__).parent / "images"

Answers = dict[str, dict[str, Any]]
"""By person, by path: what the API answered."""


@dataclass(frozen=True)
class Image:
    """`rows` are the items of the table, `files` what lay in the bucket, by key."""

    made_at: datetime
    ids: dict[str, str]
    answers: Answers
    files: list[str]
    rows: list[dict[str, Any]]

    @classmethod
    def read(cls, path: Path) -> "Image":
        first, *rows = path.read_text("utf-8").splitlines()
        head = json.loads(first)
        made_at = from_text(head["made_at"])
        return cls(made_at, head["ids"], head["answers"], head["files"], [json.loads(row) for row in rows])

    def write(self, path: Path) -> None:
        head = {"made_at": to_text(self.made_at), "ids": self.ids, "answers": self.answers, "files": self.files}
        lines = [json.dumps(each, ensure_ascii=False, sort_keys=True) for each in (head, *self.rows)]
        path.write_text("\n".join(lines) + "\n", "utf-8")

    def load(self, cloud: Cloud) -> None:
        """Into the empty table and bucket of `cloud`."""
        for item in self.rows:
            cloud.boto("dynamodb").put_item(TableName="banli-test", Item=item)
        for key in self.files:
            cloud.boto("s3").put_object(Bucket="banli-test-files", Key=key, Body=b"%PDF", ContentType="application/pdf")


@contextmanager
def running() -> Iterator[tuple[Cloud, Client]]:
    """The whole application on an empty cloud."""
    with (
        pytest.MonkeyPatch.context() as patch,
        Client(app, stage_name="test") as client,
        doubled(patch) as cloud,
    ):
        yield cloud, client


def sign_in(client: Client, person: str) -> Api:
    api = Api(client)
    answer = api.post("/v1/session", {"email": f"{person}@east.example.cn", "password": PASSWORD})
    assert answer.status == 200, answer.body
    return api


def paths(ids: dict[str, str]) -> list[str]:
    """What everybody is asked for: all lists, and each thing by its id."""
    records = [ids[name] for name in ("active", "of_version_1", "binned")]
    runs = [ids[name] for name in ("waiting", "half", "approved", "rejected", "again", "second_round", "withdrawn")]
    found = [
        *(f"/v1/{name}" for name in ("me", "company", "forms", "members", "departments", "roles", "positions")),
        *(f"/v1/{name}?limit=100" for name in ("todos", "done", "started", "cc", "flows", "webhooks", "audit")),
    ]
    for form in (ids["form"], ids["quote"]):
        found += [f"/v1/forms/{form}{rest}" for rest in ("/published", "/versions", "/records?limit=100", "/bin")]
    for record in records:
        found += [f"/v1/records/{record}{rest}" for rest in ("", "/history", "/runs")]
    for run in runs:
        found += [f"/v1/runs/{run}", f"/v1/runs/{run}/trail?limit=100"]
    return found


def asked(api: Api, ids: dict[str, str]) -> dict[str, Any]:
    """`{path: {"status", "body"}}`"""
    answers = {}
    for path in paths(ids):
        answer = api.get(path)
        answers[path] = {"status": answer.status, "body": answer.body if answer.status == 200 else None}
    return answers


def make() -> Image:
    with running() as (cloud, client):
        story: Story = play(cloud, lambda: Api(client))
        answers = {person: asked(sign_in(client, person), story.ids) for person in story.people}
        files = cloud.boto("s3").list_objects_v2(Bucket="banli-test-files").get("Contents", [])
        rows = sorted(cloud.rows(), key=lambda item: (item["pk"]["S"], item["sk"]["S"]))
        return Image(utc_now(), story.ids, answers, [each["Key"] for each in files], rows)


def main() -> None:
    make().write(IMAGES / f"{sys.argv[1]}.jsonl")


if __name__ == "__main__":
    main()
