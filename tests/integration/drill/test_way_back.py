"""The steps of a restore that a double can take: what a new table lacks, and executions that did not go back."""

from typing import Any

import pytest
from botocore.exceptions import ClientError

from tools.restore.invariants import Rows
from tools.restore.reconcile import wanting
from tools.restore.restore_settings import lacking, restore_settings
from tools.terminal import Stop

from ..conftest import Cloud
from ..directory.company import Browser
from ..flows.behind import listing_nobody
from ..flows.company_fixture import CompanyFixture

NEW = "banli-test-restored"
MACHINE = "arn:aws:states:us-east-1:123456789012:stateMachine:run"


def restored(cloud: Cloud) -> Any:
    dynamodb = cloud.boto("dynamodb")
    dynamodb.update_continuous_backups(
        TableName="banli-test", PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": True}
    )
    dynamodb.restore_table_to_point_in_time(SourceTableName="banli-test", TargetTableName=NEW)
    return dynamodb


def test_a_restored_table_lacks_what_a_restore_leaves_out(cloud: Cloud) -> None:
    lacks = {"point-in-time recovery", "deletion protection", "time to live", "a stream of new images"}
    assert set(lacking(restored(cloud), NEW)) == lacks


def test_dressed_it_lacks_nothing_and_has_the_tags(cloud: Cloud) -> None:
    dynamodb = restored(cloud)
    arn = dynamodb.describe_table(TableName="banli-test")["Table"]["TableArn"]
    dynamodb.tag_resource(ResourceArn=arn, Tags=[{"Key": "owner", "Value": "ops"}])
    stream = restore_settings(dynamodb, "banli-test", NEW, pause=0)
    assert lacking(dynamodb, NEW) == []
    assert f"table/{NEW}/stream/" in stream
    new = dynamodb.describe_table(TableName=NEW)["Table"]["TableArn"]
    assert dynamodb.list_tags_of_resource(ResourceArn=new)["Tags"] == [{"Key": "owner", "Value": "ops"}]
    assert restore_settings(dynamodb, "banli-test", NEW, pause=0) == stream


class Forgetful:
    """DynamoDB that says yes to deletion protection and does not do it."""

    def __init__(self, dynamodb: Any) -> None:
        self._dynamodb = dynamodb

    def __getattr__(self, name: str) -> Any:
        return getattr(self._dynamodb, name)

    def update_table(self, **asked: Any) -> Any:
        if "DeletionProtectionEnabled" in asked:
            return {}
        return self._dynamodb.update_table(**asked)


def test_a_table_that_still_lacks_something_is_not_moved_to(cloud: Cloud) -> None:
    with pytest.raises(Stop, match="still lacks deletion protection"):
        restore_settings(Forgetful(restored(cloud)), "banli-test", NEW, pause=0)


class States:
    """Step Functions that knows some executions by the end of their names."""

    def __init__(self, known: dict[str, str]) -> None:
        self.known = known

    def describe_execution(self, executionArn: str) -> dict[str, str]:  # noqa: N803 - boto3's spelling
        name = executionArn.rpartition("-")[2]
        if name not in self.known:
            raise ClientError({"Error": {"Code": "ExecutionDoesNotExist"}}, "DescribeExecution")
        return {"status": self.known[name]}


@pytest.fixture
def rows(cloud: Cloud, browser: Browser) -> Rows:
    """One run that is behind, and one that is over."""
    fixture = CompanyFixture.found(cloud, browser).with_flow()
    done = fixture.submitted()
    fixture.api["rep"].post(f"/v1/runs/{done['id']}/withdraw", {"reason": "x"})
    with listing_nobody():
        fixture.submitted()
    return Rows.read(cloud.rows())


def test_a_run_gets_an_execution_where_none_would_go_on(rows: Rows) -> None:
    """Of the runs that are not over; the generation asked for is the first whose name was never used."""
    expected = {
        (): 1,
        (("1", "FAILED"),): 1,
        (("1", "ABORTED"), ("2", "RUNNING")): 2,
        (("1", "RUNNING"), ("2", "SUCCEEDED"), ("3", "TIMED_OUT")): 3,
    }
    for known, generation in expected.items():
        (wanted,) = wanting(rows, States(dict(known)), MACHINE)
        assert wanted["generation"] == generation, known


def test_a_run_whose_execution_runs_is_left_alone(rows: Rows) -> None:
    assert wanting(rows, States({"1": "RUNNING"}), MACHINE) == []
