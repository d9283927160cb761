"""Events reach the bus once written: by the stream, or by the sweep when the stream lost them."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from botocore.exceptions import ClientError

from chalicelib.aws import outbox
from chalicelib.aws.listeners import LISTENERS, Listener
from chalicelib.aws.table import table
from chalicelib.kernel import extensions
from chalicelib.kernel.actor import system_actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.errors import Unavailable
from chalicelib.kernel.events import Event
from chalicelib.kernel.unit_of_work import Key, UnitOfWork

from .conftest import Cloud

Works = Callable[..., UnitOfWork]


@pytest.fixture
def heard(cloud: Cloud) -> Callable[[], list[dict[str, Any]]]:
    """What a listener of the bus received."""
    queue = cloud.boto("sqs").create_queue(QueueName="listener")["QueueUrl"]
    arn = cloud.boto("sqs").get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    cloud.boto("events").put_rule(Name="all", EventBusName="banli-test", EventPattern='{"source":["banli"]}')
    cloud.boto("events").put_targets(Rule="all", EventBusName="banli-test", Targets=[{"Id": "q", "Arn": arn}])

    def read() -> list[dict[str, Any]]:
        reply = cloud.boto("sqs").receive_message(QueueUrl=queue, MaxNumberOfMessages=10)
        return [json.loads(message["Body"])["detail"] for message in reply.get("Messages", [])]

    return read


def emit(work: Works, count: int, age: timedelta = timedelta()) -> None:
    for n in range(count):
        told = work(now=utc_now() - age)
        told.create(Key("thing", f"{n}"), "thing", {})
        told.emit(Event("tests.Happened", {"n": n}))
        table().commit(told)


def stream_event(cloud: Cloud) -> dict[str, Any]:
    records = [
        {"eventName": "INSERT", "dynamodb": {"NewImage": item, "SequenceNumber": str(number)}}
        for number, item in enumerate(cloud.rows())
    ]
    return {"Records": records}


def test_the_stream_relays_events_and_forgets_them(work: Works, cloud: Cloud, heard: Any) -> None:
    emit(work, 3)
    assert outbox.relay(stream_event(cloud)) == {"batchItemFailures": []}
    assert sorted(envelope["data"]["n"] for envelope in heard()) == [0, 1, 2]
    assert cloud.events() == []
    assert len(cloud.rows()) == 3


def test_an_event_that_the_bus_refuses_is_named_and_stays(work: Works, cloud: Cloud) -> None:
    emit(work, 1)

    class RefusingBus:
        def put_events(self, *, Entries: list[Any]) -> dict[str, Any]:  # noqa: N803 - boto3's spelling
            return {"Entries": [{"ErrorCode": "ThrottlingException"} for _ in Entries]}

    assert len(outbox.relay(stream_event(cloud), RefusingBus())["batchItemFailures"]) == 1
    assert len(cloud.events()) == 1


def test_the_sweep_sends_what_is_overdue_and_leaves_what_is_fresh(work: Works, cloud: Cloud, heard: Any) -> None:
    emit(work, 1, age=timedelta(minutes=5))
    fresh = work()
    fresh.emit(Event("tests.Fresh", {}))
    fresh.create(Key("thing", "fresh"), "thing", {})
    table().commit(fresh)
    assert outbox.sweep(work(), utc_now()) == 1
    assert [envelope["type"] for envelope in heard()] == ["tests.Happened"]
    assert [event["type"] for event in cloud.events()] == ["tests.Fresh"]


class PickyBus:
    """Refuses a request as a whole if one of its entries is what it cannot take, as AWS does with one too large."""

    def __init__(self, *bad: int) -> None:
        self.bad = set(bad)
        self.taken: list[int] = []

    def put_events(self, *, Entries: list[Any]) -> dict[str, Any]:  # noqa: N803 - boto3's spelling
        numbers = [json.loads(entry["Detail"])["data"]["n"] for entry in Entries]
        if self.bad & set(numbers):
            raise ClientError({"Error": {"Code": "ValidationException", "Message": "too large"}}, "PutEvents")
        self.taken += numbers
        return {"Entries": [{"EventId": "e"} for _ in Entries]}


def test_an_event_that_the_bus_never_takes_holds_up_none_of_the_others(work: Works, cloud: Cloud) -> None:
    emit(work, 25)
    bus = PickyBus(3, 14)
    failures = outbox.relay(stream_event(cloud), bus)["batchItemFailures"]
    assert sorted(bus.taken) == [number for number in range(25) if number not in bus.bad]
    assert len(failures) == 2
    assert sorted(event["data"]["n"] for event in cloud.events()) == [3, 14]


def test_the_sweep_goes_on_behind_what_the_bus_does_not_take(work: Works, cloud: Cloud) -> None:
    """A hundred rows that cannot be sent were as far as it ever came."""
    old = work(now=utc_now() - timedelta(minutes=5))
    for n in range(90):
        old.emit(Event("tests.Happened", {"n": n}))
    table().commit(old)
    emit(work, 20, age=timedelta(minutes=4))
    bus = PickyBus(*range(90))
    with pytest.raises(Unavailable):
        outbox.sweep(work(), utc_now(), bus, limit=30)
    assert sorted(set(bus.taken)) == []
    bus = PickyBus(*range(20, 90))
    with pytest.raises(Unavailable):
        outbox.sweep(work(), utc_now(), bus, limit=30)
    assert len(bus.taken) == 40, "the first twenty of both"


def test_events_are_marked_for_the_listeners_that_their_company_has(work: Works, cloud: Cloud, heard: Any) -> None:
    with_webhooks = Listener("tests", lambda work: work.actor.tenant_id == "t" * 26)
    before = extensions.replace(LISTENERS, extensions.ready(with_webhooks))
    try:
        emit(work, 1)
        other = work(system_actor("u" * 26))
        other.emit(Event("tests.Happened", {"n": 1}))
        table().commit(other)
        assert outbox.relay(stream_event(cloud)) == {"batchItemFailures": []}
    finally:
        extensions.replace(LISTENERS, *before)
    assert {each["tenant_id"][0]: each["listeners"] for each in heard()} == {"t": ["tests"], "u": []}


def test_a_listener_that_cannot_be_asked_gets_the_events(work: Works, cloud: Cloud, heard: Any) -> None:
    def nobody_answers(work: UnitOfWork) -> bool:
        raise Unavailable(service="table")

    before = extensions.replace(LISTENERS, extensions.ready(Listener("tests", nobody_answers)))
    try:
        emit(work, 1)
        outbox.relay(stream_event(cloud))
    finally:
        extensions.replace(LISTENERS, *before)
    assert [each["listeners"] for each in heard()] == [["tests"]]
