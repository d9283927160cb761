"""What a restore leaves out, put onto the new table: recovery, protection, time to live, stream and tags.
`python -m tools.restore.restore_settings <old table> <new table>` does it with the credentials of the shell.

DynamoDB copies rows, keys and billing, and nothing else. Everything here is asked for again afterwards: a table that
lacks one of it is no place to live.
"""

import sys
import time
from collections.abc import Callable
from typing import Any

import boto3

from ..terminal import Stop

SECONDS = 3_600
"""A restore in AWS takes minutes to hours, by the size of the table."""


def await_table(dynamodb: Any, name: str, pause: float) -> None:
    """Until it is active. Raises Stop."""
    _until(lambda: dynamodb.describe_table(TableName=name)["Table"]["TableStatus"] == "ACTIVE", f"{name} active", pause)


def restore_settings(dynamodb: Any, source: str, name: str, pause: float) -> str:
    """Make the restored table what the template makes of its own; the ARN of its stream. Raises Stop."""
    await_table(dynamodb, name, pause)
    dynamodb.update_continuous_backups(
        TableName=name, PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": True}
    )
    dynamodb.update_time_to_live(TableName=name, TimeToLiveSpecification={"AttributeName": "ttl", "Enabled": True})
    tags = dynamodb.list_tags_of_resource(ResourceArn=_arn(dynamodb, source))["Tags"]
    own = [tag for tag in tags if not tag["Key"].startswith("aws:")]
    if own:
        dynamodb.tag_resource(ResourceArn=_arn(dynamodb, name), Tags=own)
    if not dynamodb.describe_table(TableName=name)["Table"].get("StreamSpecification", {}).get("StreamEnabled"):
        stream = {"StreamEnabled": True, "StreamViewType": "NEW_AND_OLD_IMAGES"}
        dynamodb.update_table(TableName=name, StreamSpecification=stream)
        await_table(dynamodb, name, pause)
    dynamodb.update_table(TableName=name, DeletionProtectionEnabled=True)
    await_table(dynamodb, name, pause)
    left = lacking(dynamodb, name)
    if left:
        raise Stop(f"{name} still lacks " + ", ".join(left))
    return str(dynamodb.describe_table(TableName=name)["Table"]["LatestStreamArn"])


def lacking(dynamodb: Any, name: str) -> list[str]:
    """What of it the table has not."""
    table = dynamodb.describe_table(TableName=name)["Table"]
    backups = dynamodb.describe_continuous_backups(TableName=name)["ContinuousBackupsDescription"]
    recovery = backups["PointInTimeRecoveryDescription"]["PointInTimeRecoveryStatus"]
    ttl = dynamodb.describe_time_to_live(TableName=name)["TimeToLiveDescription"]
    has = {
        "point-in-time recovery": recovery == "ENABLED",
        "deletion protection": table.get("DeletionProtectionEnabled") is True,
        "time to live": ttl["TimeToLiveStatus"] in ("ENABLED", "ENABLING") and ttl.get("AttributeName") == "ttl",
        "a stream of new images": table.get("StreamSpecification", {}).get("StreamViewType") == "NEW_AND_OLD_IMAGES",
    }
    return [name for name, there in has.items() if not there]


def _arn(dynamodb: Any, name: str) -> str:
    return str(dynamodb.describe_table(TableName=name)["Table"]["TableArn"])


def _until(done: Callable[[], bool], what: str, pause: float) -> None:
    end = time.monotonic() + SECONDS
    while not done():
        if time.monotonic() > end:
            raise Stop(f"{what}: not within {SECONDS} s")
        time.sleep(pause)


def main() -> int:
    """Raises Stop."""
    source, name = sys.argv[1:3]
    print(restore_settings(boto3.client("dynamodb"), source, name, pause=10))
    return 0


if __name__ == "__main__":
    sys.exit(main())
