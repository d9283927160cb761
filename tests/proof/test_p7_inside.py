"""P7: no outbound call reaches inside, whatever a company saves as a URL and wherever its name leads by then.

The whole path: a webhook saved over the API, tested, fanned out, delivered by the queue's function. The canary stands
for everything inside; what is counted are calls that were dialled at all.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache

import pytest

from chalicelib.aws import outbound
from chalicelib.aws.outbound import SafeHttpClient
from chalicelib.aws.table import table
from chalicelib.integrations.store import WebhookRepository
from chalicelib.kernel.actor import system_actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.unit_of_work import UnitOfWork

from ..integration.conftest import Api
from ..integration.integrations import conftest as seeded
from ..unit.aws.conftest import canary
from ..unit.aws.listeners import Canary
from ..unit.aws.outbound_vectors import CLOSED_ADDRESSES, PUBLIC_V4, PUBLIC_V6, REFUSED_TEXTS
from .sizes import size

__all__ = ["canary"]

client, member, road = seeded.client, seeded.member, seeded.road
TENANT = "a" * 26
Proved = Callable[..., None]
pytestmark = pytest.mark.enable_socket


@dataclass
class Names:
    """The resolver: what it answers now, and how often it was asked."""

    addresses: list[str] = field(default_factory=lambda: [PUBLIC_V4])
    asked: int = 0

    def resolve(self, name: str, port: int, seconds: float) -> list[str]:
        self.asked += 1
        return list(self.addresses)


@pytest.fixture
def names(canary: Canary, monkeypatch: pytest.MonkeyPatch) -> Names:
    made = Names()
    door = cache(lambda: SafeHttpClient(resolve=made.resolve, connect=canary.connect, total_seconds=0.3))
    monkeypatch.setattr(outbound, "safe_http_client", door)
    return made


def _save(member: Api, url: str) -> tuple[int, list[str]]:
    answer = member.post("/v1/webhooks", {"url": url, "event_types": ["flows.*"]})
    return answer.status, [fault["path"] for fault in answer.body.get("errors", ())]


def _saved(member: Api, names: Names) -> str:
    """A webhook on a name that leads to the public internet at that moment; its path."""
    names.addresses = [PUBLIC_V4]
    answer = member.post("/v1/webhooks", {"url": "https://hook.example.com/", "event_types": ["flows.*"]})
    assert answer.status == 201, answer.body
    return f"/v1/webhooks/{answer.body['id']}"


def _attempt(member: Api, road: seeded.Road, path: str) -> dict[str, object]:
    """One test event to the end of its first attempt: what the log says of it."""
    tested = member.post(f"{path}/test")
    assert tested.status == 202, tested.body
    road.invoke("fan_out", {"detail": road.cloud.events()[-1]})
    road.deliver()
    road.waiting()
    newest = member.get(f"{path}/deliveries").body["items"][0]
    assert newest["id"] == tested.body["delivery_id"]
    (attempt,) = newest["attempts"]
    return dict(attempt)


def test_nothing_inside_can_be_saved_changed_or_reached_later(
    member: Api, road: seeded.Road, names: Names, canary: Canary, proved: Proved
) -> None:
    refused = 0
    path = _saved(member, names)
    version = member.get(path).body["version"]
    for text in REFUSED_TEXTS:
        assert _save(member, text) == (422, ["/url"]), text
        changed = member.put(path, {"url": text, "event_types": ["flows.*"]}, version)
        assert changed.status == 422, text
        refused += 2
    for address in CLOSED_ADDRESSES:
        for mixed in ([address], [PUBLIC_V4, address], [PUBLIC_V6, PUBLIC_V4, address]):
            names.addresses = mixed
            assert _save(member, "https://inside.example.com/") == (422, ["/url"]), mixed
            refused += 1
    assert canary.dialled == []
    told = {"refused": refused, "texts": len(REFUSED_TEXTS), "addresses": len(CLOSED_ADDRESSES)}
    proved("P7", "URLs and addresses at saving and changing", **told, connects=len(canary.dialled))


def test_a_name_that_leads_inside_after_it_was_saved_is_not_called(
    member: Api, road: seeded.Road, names: Names, canary: Canary, proved: Proved
) -> None:
    """Rebinding: public when it is saved, inside when it is called; alone or among public ones."""
    path = _saved(member, names)
    told, step = set(), size(short=6, long=1)
    vectors = [(address, beside) for address in CLOSED_ADDRESSES for beside in ((), (PUBLIC_V4,))]
    chosen = vectors[::step]
    for address, beside in chosen:
        names.addresses = [*beside, address]
        attempt = _attempt(member, road, path)
        told.add((attempt["status"], attempt["error"], attempt["duration_ms"]))
    assert told == {(None, "no_answer", None)}
    assert canary.dialled == []
    assert names.asked >= len(chosen)
    proved("P7", "names that rebind between saving and calling", vectors=len(chosen), connects=len(canary.dialled))


def test_a_url_that_got_into_the_table_is_judged_again_before_it_is_called(
    member: Api, road: seeded.Road, names: Names, canary: Canary, proved: Proved
) -> None:
    """As if an older release had saved it, or somebody had written the row by hand."""
    path = _saved(member, names)
    literals = [f"https://{address}/" for address in CLOSED_ADDRESSES if ":" not in address and " " not in address]
    urls = [*REFUSED_TEXTS, *literals][:: size(short=8, long=1)]
    for url in urls:
        names.addresses = ["127.0.0.1"]
        work = UnitOfWork(system_actor(TENANT), utc_now())
        webhook = WebhookRepository().get(work, path.rpartition("/")[2])
        assert webhook is not None
        WebhookRepository().change(work, replace(webhook, url=url))
        table().commit(work)
        assert _attempt(member, road, path)["error"] == "no_answer", url
    assert canary.dialled == []
    proved("P7", "URLs planted in the table", vectors=len(urls), connects=len(canary.dialled))


def test_the_canary_sings_on_this_path_when_the_name_is_public(
    member: Api, road: seeded.Road, names: Names, canary: Canary
) -> None:
    """The proof that the tests above can fail: the same path, a public address, and the connect goes to the canary."""
    assert _attempt(member, road, _saved(member, names))["error"] == "no_answer"
    assert canary.dialled == [PUBLIC_V4]
    assert canary.was_reached()
