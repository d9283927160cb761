"""Rows of the last release, kept as files: this release reads them, and writes what the last one can read.

While a release is rolled out, and after it is rolled back, both read each other's rows.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from chalicelib.directory.store import DEPARTMENTS, INVITATIONS, MEMBERS, POSITIONS, ROLES
from chalicelib.forms.store.forms import DRAFTS, HEADS, VERSIONS
from chalicelib.forms.store.records import RECORDS
from chalicelib.forms.store.uploads import UPLOADS
from chalicelib.identity.store import ACCOUNTS, LINKS, LOGINS, SESSIONS
from chalicelib.integrations.store import DELIVERIES, HOOKS
from chalicelib.kernel.codec import Codec
from chalicelib.notifications.store import PACES, PREFERENCES
from chalicelib.tenancy.store import COMPANIES, COUNTERS, ENTRIES

RELEASES = Path(__file__).parent / "rows"

VERSION = {"version": 3}
READERS: dict[str, tuple[Codec[Any], dict[str, Any]]] = {
    "account": (ACCOUNTS, {}),
    "attachment": (UPLOADS, VERSION),
    "audit": (ENTRIES, {}),
    "delivery": (DELIVERIES, {"id": "e1", "webhook_id": "w1", **VERSION}),
    "department": (DEPARTMENTS, {"id": "d1", **VERSION}),
    "form": (HEADS, {"revision": 3}),
    "form_draft": (DRAFTS, {"form_id": "f1", **VERSION}),
    "form_version": (VERSIONS, {}),
    "invitation": (INVITATIONS, {"id": "i1", **VERSION}),
    "limit": (COUNTERS, {}),
    "link": (LINKS, {"id": "l1"}),
    "login": (LOGINS, {"tenant_id": "t1", "member_id": "m1"}),
    "mail_preferences": (PREFERENCES, VERSION),
    "member": (MEMBERS, {"id": "m1", "position": "", **VERSION}),
    "pace": (PACES, {"window": 7}),
    "positions": (POSITIONS, {}),
    "record": (RECORDS, VERSION),
    "roles": (ROLES, {}),
    "session": (SESSIONS, {"id": "s1"}),
    "tenant": (COMPANIES, VERSION),
    "webhook": (HOOKS, VERSION | {"id": "w1"}),
}
"""By kind of row: what reads its document, and what the row says beside it."""

EXACT = ("attachment", "audit", "department", "form_draft", "invitation", "member", "positions", "roles")
"""What the last release cannot read if it has one attribute more. Empty with the next release, which has the codec."""

ROWS = sorted(RELEASES.glob("*/*.json"))
every_row = pytest.mark.parametrize("path", ROWS, ids=lambda path: f"{path.parent.name}-{path.stem}")


def documents(path: Path) -> list[dict[str, Any]]:
    doc = json.loads(path.read_text("utf-8"))["doc"]
    return doc["items"] if path.stem in ("roles", "positions") else [doc]


def test_there_is_a_row_of_every_kind() -> None:
    assert {path.stem for path in ROWS} == set(READERS)


@every_row
def test_a_row_of_the_last_release_is_read_and_loses_nothing(path: Path) -> None:
    codec, outside = READERS[path.stem]
    for doc in documents(path):
        written = json.loads(json.dumps(codec.dump(codec.load(doc, **outside))))
        assert [name for name in doc if written.get(name) != doc[name] and not _same(name, doc, written)] == []


def _same(name: str, doc: dict[str, Any], written: dict[str, Any]) -> bool:
    """What is written otherwise than it was: nothing instead of "" for no moment, and a list for the one guard."""
    if name == "guards":
        return bool(written[name] == {field: [text] for field, text in doc[name].items()})
    return doc[name] in ("", None) and written[name] is None


@every_row
def test_what_a_later_release_adds_is_ignored(path: Path) -> None:
    codec, outside = READERS[path.stem]
    for doc in documents(path):
        today = codec.dump(codec.load(doc, **outside))
        later = {**today, "of_a_later_release": {"x": [1]}, "schema": 99}
        assert codec.load(later, **outside) == codec.load(today, **outside)


@every_row
def test_the_last_release_can_read_what_this_one_writes(path: Path) -> None:
    codec, outside = READERS[path.stem]
    for doc in documents(path):
        written = codec.dump(codec.load(doc, **outside))
        assert set(doc) <= set(written)
        if path.stem in EXACT:
            assert set(written) == set(doc)
