"""The client of the table goes where botocore itself would go, without working it out for every call."""

import botocore.session
import pytest

from chalicelib.aws.table import _at_one_endpoint


def endpoint(region: str, *, ours: bool) -> str:
    session = botocore.session.Session()
    session.set_credentials("key", "secret")
    if ours:
        session.register("creating-client-class.dynamodb", _at_one_endpoint)
    client = session.create_client("dynamodb", region_name=region)
    operation = client.meta.service_model.operation_model("GetItem")
    chosen: str = client._resolve_endpoint_ruleset(operation, {"TableName": "banli"}, {})[0]
    return chosen


@pytest.mark.parametrize("region", ["cn-north-1", "cn-northwest-1", "ap-southeast-1", "eu-central-1"])
def test_it_is_the_endpoint_that_botocore_chooses(region: str) -> None:
    assert endpoint(region, ours=True) == endpoint(region, ours=False)


def test_a_local_cloud_is_called_where_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:4566")
    assert endpoint("cn-north-1", ours=True) == "http://127.0.0.1:4566"
