"""Bringing a package into CloudFormation: code and template to a bucket, then a change set, executed and awaited."""

import hashlib
import json
import time
from typing import Any

from botocore.exceptions import ClientError

from ..terminal import Stop
from .build import Package

CAPABILITIES = ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"]


class Stack:
    """One stack through one boto3 session; `endpoint` is the local cloud's, or None for AWS."""

    def __init__(self, session: Any, name: str, endpoint: str | None = None, pause: float = 3.0) -> None:
        self._s3 = session.client("s3", endpoint_url=endpoint)
        self._cloudformation = session.client("cloudformation", endpoint_url=endpoint)
        self._region = session.region_name
        self._endpoint = endpoint
        self._pause = pause
        self.name = name

    def deploy(self, package: Package, bucket: str, parameters: dict[str, str | None]) -> bool:
        """Create or update; True if anything changed. Raises Stop.

        A parameter that is None keeps its value, or takes the template's default where the stack has none yet; one that
        the template does not know is left out.
        """
        self._make_bucket(bucket)
        template = json.loads(package.template.read_text("utf-8"))
        url = self._upload(template, package.code.read_bytes(), bucket)
        known = template["Parameters"]
        kept = {each["ParameterKey"] for each in (self._describe() or {}).get("Parameters", ())}
        given = {name: value for name, value in parameters.items() if value is not None or name in kept}
        exists = self._state() not in (None, "REVIEW_IN_PROGRESS")
        change_set = self._cloudformation.create_change_set(
            StackName=self.name,
            ChangeSetName=f"banli-{int(time.time())}",
            ChangeSetType="UPDATE" if exists else "CREATE",
            TemplateURL=url,
            Parameters=[_parameter(name, value) for name, value in given.items() if name in known],
            Capabilities=CAPABILITIES,
        )["Id"]
        if not self._is_ready(change_set):
            return False
        self._cloudformation.execute_change_set(ChangeSetName=change_set)
        self._await_end()
        return True

    def outputs(self) -> dict[str, str]:
        """The stack's outputs; empty if it is not there."""
        stack = self._describe()
        return {o["OutputKey"]: o["OutputValue"] for o in stack.get("Outputs", [])} if stack else {}

    def exists(self) -> bool:
        return bool(self._state())

    def _make_bucket(self, bucket: str) -> None:
        try:
            self._s3.head_bucket(Bucket=bucket)
        except ClientError:
            place = {} if self._region == "us-east-1" else {"LocationConstraint": self._region}
            self._s3.create_bucket(Bucket=bucket, **({"CreateBucketConfiguration": place} if place else {}))
            blocked = ("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets")
            self._s3.put_public_access_block(Bucket=bucket, PublicAccessBlockConfiguration=dict.fromkeys(blocked, True))

    def _upload(self, template: dict[str, Any], code: bytes, bucket: str) -> str:
        """Names hold the hash of the content, so that CloudFormation sees what changed and nothing is overwritten."""
        code_key = f"{hashlib.sha256(code).hexdigest()}.zip"
        self._s3.put_object(Bucket=bucket, Key=code_key, Body=code)
        for resource in template["Resources"].values():
            if resource["Type"] == "AWS::Serverless::Function":
                resource["Properties"]["CodeUri"] = {"Bucket": bucket, "Key": code_key}
        body = json.dumps(template, ensure_ascii=False, separators=(",", ":")).encode()
        key = f"{hashlib.sha256(body).hexdigest()}.json"
        self._s3.put_object(Bucket=bucket, Key=key, Body=body)
        signed: str = self._s3.generate_presigned_url("get_object", Params={"Bucket": bucket, "Key": key})
        return signed.split("?", maxsplit=1)[0]

    def _is_ready(self, change_set: str) -> bool:
        while True:
            found = self._cloudformation.describe_change_set(ChangeSetName=change_set)
            if found["Status"] == "CREATE_COMPLETE":
                return True
            if found["Status"] == "FAILED":
                reason = found.get("StatusReason", "")
                if "didn't contain changes" in reason or "No updates" in reason:
                    return False
                raise Stop(f"CloudFormation refused the template: {reason}")
            time.sleep(self._pause)

    def _await_end(self) -> None:
        while True:
            state = self._state() or ""
            if not state.endswith("IN_PROGRESS"):
                break
            time.sleep(self._pause)
        if state not in ("CREATE_COMPLETE", "UPDATE_COMPLETE"):
            raise Stop(f"The stack {self.name} ended as {state}: {self._first_failure()}")

    def _first_failure(self) -> str:
        events = self._cloudformation.describe_stack_events(StackName=self.name)["StackEvents"]
        failures = [
            f"{event['LogicalResourceId']}: {event.get('ResourceStatusReason', '')}"
            for event in events
            if event["ResourceStatus"].endswith("FAILED")
        ]
        return failures[-1] if failures else "see its events in CloudFormation."

    def _state(self) -> str | None:
        stack = self._describe()
        return str(stack["StackStatus"]) if stack else None

    def _describe(self) -> dict[str, Any] | None:
        try:
            stacks = self._cloudformation.describe_stacks(StackName=self.name)["Stacks"]
        except ClientError as error:
            if "does not exist" in str(error):
                return None
            raise
        return dict(stacks[0]) if stacks else None


def _parameter(name: str, value: str | None) -> dict[str, Any]:
    if value is None:
        return {"ParameterKey": name, "UsePreviousValue": True}
    return {"ParameterKey": name, "ParameterValue": value}
