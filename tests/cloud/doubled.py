"""The doubled cloud: moto with what the template makes, and without what makes moto slow."""

import json
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy, deepcopy
from dataclasses import dataclass
from functools import cache
from typing import Any

import boto3
import pytest
from moto import mock_aws
from moto.core import DEFAULT_ACCOUNT_ID
from moto.dynamodb.models import DynamoDBBackend, dynamodb_backends
from moto.dynamodb.models.dynamo_type import DynamoType, Item
from moto.dynamodb.models.table import Table

from .process import forget_process
from .settings import BUCKET, BUS, ENVIRONMENT, QUEUES, REGION, SECRET, TABLE, queue_name


@cache
def _double(service: str, region: str) -> Any:
    """One a process: the double stands behind it from its first test to its last."""
    return boto3.client(service, region_name=region)


@dataclass
class Cloud:
    """The doubled cloud: `boto` makes raw clients for looking behind the API in a test's own checks."""

    region: str = REGION

    def boto(self, service: str) -> Any:
        return _double(service, self.region)

    def rows(self, prefix: str = "") -> list[dict[str, Any]]:
        """Every item whose partition key begins with `prefix`, for hashing and for canaries. Taken from where the
        double keeps them: to scan them through its serializer was half the time of these tests.
        """
        kept = dynamodb_backends[DEFAULT_ACCOUNT_ID][self.region].get_table(TABLE).all_items()
        return [item.to_json()["Attributes"] for item in kept if item.hash_key.value.startswith(prefix)]

    def events(self) -> list[dict[str, Any]]:
        """Envelopes in the outbox, oldest first."""
        docs = [json.loads(item["doc"]["S"]) for item in self.rows() if item["kind"]["S"] == "outbox"]
        return sorted(docs, key=lambda doc: str(doc["id"]))


@contextmanager
def doubled(patch: pytest.MonkeyPatch, made: Cloud | None = None) -> Iterator[Cloud]:
    """An empty cloud with its settings in the environment, and a process that knows no other. `patch` undoes it."""
    made = made or Cloud()
    for name, value in ENVIRONMENT.items():
        patch.setenv(name, value)
    patch.setattr(Table, "__deepcopy__", _twin, raising=False)
    patch.setattr(DynamoDBBackend, "update_item", _update_apart)
    patch.setattr(DynamoType, "cast_value", property(_cast))
    with mock_aws():
        _make_resources(made)
        forget_process()
        yield made
        forget_process()


def _twin(table: Table, memo: dict[int, Any]) -> Table:
    """What moto goes back to when a transaction fails. It copies the table once an item, which is most of the time of
    these tests; items are replaced, never changed in place (`_update_apart`), so their places are enough.
    """
    twin = copy(table)
    twin.items = defaultdict(dict, {partition: dict(items) for partition, items in table.items.items()})
    return twin


_in_place = DynamoDBBackend.update_item


def _update_apart(
    self: DynamoDBBackend, table_name: str, key: dict[str, dict[str, Any]], *args: Any, **more: Any
) -> Item:
    """An update changes a copy of the item, so that what moto goes back to is as it was."""
    table = self.get_table(table_name)
    places, sort = table.items[DynamoType(key["pk"])], DynamoType(key["sk"])
    if sort in places:
        places[sort] = deepcopy(places[sort])
    return _in_place(self, table_name, key, *args, **more)


_slow = DynamoType.cast_value


def _cast(value: DynamoType) -> Any:
    """What moto asks of every key for every query, and answers slowly even where nothing is to be cast."""
    return value.value if value.type == "S" else _slow.fget(value)


def _make_resources(made: Cloud) -> None:
    made.boto("dynamodb").create_table(
        TableName=TABLE,
        KeySchema=[{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}],
        AttributeDefinitions=[
            {"AttributeName": "pk", "AttributeType": "S"},
            {"AttributeName": "sk", "AttributeType": "S"},
        ],
        BillingMode="PAY_PER_REQUEST",
    )
    made.boto("secretsmanager").create_secret(Name=SECRET, SecretString=json.dumps({"key": "k" * 64}))
    made.boto("s3").create_bucket(Bucket=BUCKET)
    made.boto("s3").put_bucket_versioning(Bucket=BUCKET, VersioningConfiguration={"Status": "Enabled"})
    made.boto("events").create_event_bus(Name=BUS)
    made.boto("ses").verify_email_identity(EmailAddress=ENVIRONMENT["BANLI_MAIL_FROM"])
    for name in QUEUES:
        made.boto("sqs").create_queue(QueueName=queue_name(name))
    role = "arn:aws:iam::123456789012:role/run"
    waiting = {"StartAt": "Wait", "States": {"Wait": {"Type": "Wait", "Seconds": 60, "End": True}}}
    made.boto("stepfunctions").create_state_machine(name="run", definition=json.dumps(waiting), roleArn=role)
