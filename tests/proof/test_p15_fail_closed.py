"""P15. Whatever setting is missing, empty or blank, every entry point refuses, or never needed it: nothing is guessed,
and no protection falls away.

Each function of `app.py` gets what it lives on, with one setting after the other taken away. Either it says no (an
error, a message given back, a 503) because of the setting and of nothing else, or it does to the last call what it does
with it.
"""

import json
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from typing import Any

import pytest

import app as banli
from chalicelib.aws import secrets, table
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.errors import Misconfigured

from ..cloud import JOBS, QUEUES, Api
from ..faults import Plan, planned
from ..integration.clock import travel
from ..integration.flows.behind import listing_nobody
from ..integration.journey.in_process import InProcess
from ..security.calls import compose, send
from ..security.company_fixture import CANARY, CompanyFixture, built
from ..security.seeds import _submitted
from ..security.test_fail_closed import DEFAULTED, FOUND, PREFIXES
from .hearing import heard
from .sizes import dice, size
from .three import near_receiver, write_everywhere

SETTINGS = sorted(
    (FOUND - DEFAULTED - set(PREFIXES))
    | {f"BANLI_QUEUE_{name.upper()}" for name in QUEUES}
    | {f"BANLI_JOB_{name.upper()}" for name in JOBS}
)
ASKED_OF_THE_API = ("GET /v1/me", "POST /v1/runs", "POST /v1/session", "POST /v1/forms/{form_id}/attachments")
FUNCTIONS = {"api_handler", *(each.name for each in banli.app.pure_lambda_functions)}
HEARD = {
    "signal_runs": "flows.RunAdvanced",
    "fan_out": "flows.TaskOpened",
    "notify": "flows.TaskOpened",
    "send_mail": "identity.MailRequested",
    "set_schedules": "tenancy.TenantOpened",
    "tend_forms": "forms.RecordDeleted",
    "run_jobs": "jobs.JobQueued",
    "roll_up": "forms.RecordCreated",
}


@pytest.fixture(scope="module")
def fixture() -> Iterator[CompanyFixture]:
    with built() as made, near_receiver() as receiver:
        write_everywhere(made.victim, CANARY, receiver.url)
        with listing_nobody():
            _submitted(made.victim, made.browser(made.victim, "administrator"), "多", made.victim.ids["member"])
        made.kept = made.store.keep()
        yield made


def inputs(fixture: CompanyFixture) -> dict[str, dict[str, Any]]:
    """What each function lives on, but for the API."""
    told = [event for event in fixture.cloud.events() if event["tenant_id"] in (fixture.victim.tenant_id, "0" * 26)]
    found = {
        name: queued({"detail": [event for event in told if event["type"] == wanted][-1]})
        for name, wanted in HEARD.items()
    }
    tenant, ids = fixture.victim.tenant_id, fixture.victim.ids
    run = {"tenant_id": tenant, "run_id": ids["run"], "generation": 1, "round": 0}
    task = next(event for event in told if event["type"] == "flows.TaskOpened")
    first = {"id": task["id"], "type": task["type"], "body": "{}"}
    rows = [{"kind": {"S": "outbox"}, "doc": {"S": json.dumps(event)}} for event in told[:2]]
    inserted = [{"eventName": "INSERT", "dynamodb": {"NewImage": row, "SequenceNumber": "1"}} for row in rows]
    return found | {
        "run_pending_work": run,
        "restart_execution": {"detail": {"input": json.dumps(run)}},
        "end_trial": {"tenant_id": tenant},
        "purge_record": {"tenant_id": tenant, "record_id": ids["binned"], "form_id": ids["form"]},
        "reindex": queued({"tenant_id": tenant, "form_id": ids["form"], "version": 1, "after": ""}),
        "deliver": queued({"tenant_id": tenant, "webhook_id": ids["webhook"], "ticket": 0, "first": first}),
        "redeliver": {"tenant_id": tenant, "webhook_id": ids["webhook"], "delivery_id": ids["delivery"], "ticket": 1},
        "send_notices": notice(fixture),
        "sweep_outboxes": {},
        "check_runs": {},
        "check_figures": {},
        "relay": {"Records": inserted},
    }


def queued(message: dict[str, Any]) -> dict[str, Any]:
    return {"Records": [{"messageId": "1", "body": json.dumps(message)}]}


def notice(fixture: CompanyFixture) -> dict[str, Any]:
    """What `notify` leaves in its queue."""
    bus = InProcess(fixture.cloud, fixture.client)
    bus.drop()
    with fixture.undone():
        event = next(event for event in fixture.cloud.events() if event["type"] == "flows.TaskOpened")
        assert banli.notify(queued({"detail": event}), None) == {"batchItemFailures": []}
        (queue,) = (queue for queue in bus._queues if queue.name == "notices")
        return queued(json.loads(bus._take(queue)[0]))


def entries(fixture: CompanyFixture) -> dict[str, Callable[[], Any]]:
    """Each entry point at its work, answering what it answers."""
    found: dict[str, Callable[[], Any]] = {}
    for name, event in inputs(fixture).items():
        found[name] = partial(getattr(banli, name), event, None)
    for route in ASKED_OF_THE_API:
        found[route] = partial(asked, fixture, route)
    return found


def asked(fixture: CompanyFixture, route: str) -> tuple[int, str]:
    api = Api(fixture.client) if route == "POST /v1/session" else fixture.browser(fixture.victim, "administrator")
    sent = compose(route, fixture.victim.ids)
    body = {"email": "boss@victim.example.cn", "password": "correct horse battery"}
    if route == "POST /v1/session":
        sent = type(sent)(sent.method, sent.path, dict(body), ())
    answer = send(api, route, sent, headers={"Origin": "https://banli.test"})
    return answer.status, answer.code


KEPT = {"BANLI_TABLE": (table.table,), "BANLI_SECRET": (secrets.signing_key, secrets._master)}
"""What a process keeps of a setting; all others are read whenever they are needed."""


def forget(setting: str) -> None:
    for cached in KEPT.get(setting, ()):
        cached.cache_clear()


def worked(fixture: CompanyFixture, entry: Callable[[], Any]) -> tuple[str, Any, list[str]]:
    """("done", "refused" for want of a setting, or "failed", what it answered, which calls to AWS it made)."""
    with fixture.undone(), heard() as lines, planned(Plan()) as plan:
        try:
            answer = entry()
        except Exception as error:  # noqa: BLE001 - why is looked at, not how
            return refusal([*lines, type(error).__name__]), repr(error), plan.calls
        finally:
            InProcess(fixture.cloud, fixture.client).drop()
    said_no = isinstance(answer, dict) and bool(answer.get("batchItemFailures"))
    said_no = said_no or (isinstance(answer, tuple) and answer[0] == 503)
    if said_no:
        return refusal(lines), repr(answer), plan.calls
    calls = [call.split("?")[0] for call in plan.calls if not is_second(call)]
    return "done", repr(answer), calls


def refusal(said: list[str]) -> str:
    """Why it was, from what was logged (a batch tells only there) or raised."""
    return "refused" if any(Misconfigured.code in line.casefold() for line in said) else "failed"


def is_second(call: str) -> bool:
    """What one process asks once, or the double keeps from one try to the next: the secret, a schedule to be moved."""
    return call == "GetSecretValue" or (call.startswith("PUT ") and "scheduler" in call)


def test_without_any_one_setting_every_entry_point_refuses_or_never_needed_it(
    fixture: CompanyFixture, monkeypatch: pytest.MonkeyPatch, proved: Callable[..., None]
) -> None:
    chance, refused, unneeded = dice("P15"), 0, 0
    later = utc_now() + timedelta(minutes=3)
    travel(monkeypatch, later)
    places = entries(fixture)
    assert set(places) - set(ASKED_OF_THE_API) | {"api_handler"} == FUNCTIONS
    needed: set[str] = set()
    for name, entry in places.items():
        kind, *with_all = worked(fixture, entry)
        assert kind == "done", (name, with_all)
        chosen = SETTINGS if size(short=0, long=1) else chance.sample(SETTINGS, 3)
        for setting in chosen:
            for value in (None, "", "  ") if size(short=0, long=1) else (chance.choice((None, "")),):
                with monkeypatch.context() as patch:
                    forget(setting)
                    if value is None:
                        patch.delenv(setting, raising=False)
                    else:
                        patch.setenv(setting, value)
                    kind, *without = worked(fixture, entry)
                forget(setting)
                assert kind != "failed", (name, setting, value, without)
                if kind == "refused":
                    refused += 1
                    needed.add(setting)
                else:
                    assert masked(without) == masked(with_all), (name, setting, value)
                    unneeded += 1
    assert refused
    proved(
        "P15",
        "each setting missing, empty and blank, for every entry point",
        entry_points=len(places),
        settings=len(SETTINGS),
        tried=refused + unneeded,
        refused=refused,
        needed_nothing_of_it=unneeded,
        did_something_else=0,
    )


def masked(seen: list[Any]) -> str:
    return re.sub(r"[0-9a-hjkmnp-tv-z]{26}", "<id>", repr(seen))
