"""Forms, flows, records and runs through the API: each function is one thing that a person does."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import requests

from .browser import Answer, Browser, Mismatch

Json = dict[str, Any]

UPLOAD_SECONDS = 60


def publish_form(browser: Browser, definition: Mapping[str, Any]) -> str:
    """A new form, published; its id."""
    draft = browser.post("/v1/forms", definition).expect(201)
    return _publish(browser, f"/v1/forms/{draft.body['id']}", draft)


def publish_flow(browser: Browser, definition: Mapping[str, Any]) -> str:
    """A new flow, published for its form; its id."""
    draft = browser.post("/v1/flows", definition).expect(201)
    return _publish(browser, f"/v1/flows/{draft.body['id']}", draft)


def _publish(browser: Browser, path: str, draft: Answer) -> str:
    publish(browser, path, draft.version).expect(200)
    return str(draft.body["id"])


def publish(browser: Browser, path: str, version: int) -> Answer:
    """Whatever comes of publishing this draft of a form or flow."""
    return browser.ask("POST", f"{path}/publish", {}, headers={"If-Match": f'"{version}"'})


def preview(browser: Browser, form_id: str, values: Mapping[str, Any]) -> list[Json]:
    """The steps that a submission of these values would take."""
    answer = browser.post("/v1/runs/preview", {"form_id": form_id, "values": values}).expect(200)
    return list(answer.body["steps"])


def submit(browser: Browser, form_id: str, values: Mapping[str, Any]) -> Json:
    """A new record into approval; the run."""
    return dict(browser.post("/v1/runs", {"form_id": form_id, "values": values}).expect(201).body)


def decide(browser: Browser, run_id: str, task_id: str, decision: str, opinion: str) -> Answer:
    """Whatever comes of it."""
    return browser.ask("POST", f"/v1/runs/{run_id}/tasks/{task_id}/decide", {"decision": decision, "opinion": opinion})


def todo_of(browser: Browser, run_id: str) -> Json | None:
    """This member's to-do in that run, or None."""
    return next((card for card in todos(browser) if card["run_id"] == run_id), None)


def todos(browser: Browser) -> Iterator[Json]:
    return browser.every("/v1/todos")


def trail(browser: Browser, run_id: str) -> list[Json]:
    """What happened in a run, oldest first."""
    return list(browser.every(f"/v1/runs/{run_id}/trail"))


@dataclass(frozen=True, slots=True)
class File:
    name: str
    content_type: str
    content: bytes

    @property
    def announced(self) -> Json:
        return {"name": self.name, "content_type": self.content_type, "size": len(self.content)}


def upload(browser: Browser, form_id: str, field: str, file: File) -> str:
    """Announce a file and put it where the answer says; its id, to be named in a record. Raises Mismatch."""
    issued = browser.post(f"/v1/forms/{form_id}/attachments", {"field": field, **file.announced}).expect(201).body
    status = send_file(issued["upload"], file)
    if status not in (200, 201, 204):
        raise Mismatch(f"upload of {file.name}", "200, 201 or 204", status)
    return str(issued["id"])


def send_file(slot: Mapping[str, Any], file: File) -> int:
    """The status of a presigned POST, made as a browser makes it."""
    part = (file.name, file.content, file.content_type)
    reply = requests.post(slot["url"], data=slot["fields"], files={"file": part}, timeout=UPLOAD_SECONDS)
    return reply.status_code


def download(browser: Browser, record_id: str, attachment_id: str) -> bytes:
    url = browser.get(f"/v1/records/{record_id}/attachments/{attachment_id}").body["url"]
    reply = requests.get(url, timeout=UPLOAD_SECONDS)
    if reply.status_code != 200:
        raise Mismatch(f"download of {attachment_id}", 200, reply.status_code)
    return reply.content
