"""What the judge of the local cloud makes of a request: it finds action and resource in the request itself, and where
it finds no resource it judges `*`. Its own code, so that what it would refuse is known without starting it.
"""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any
from urllib.parse import parse_qs, urlsplit

from ministack.core import iam_actions, iam_evaluator

from tools.local.policies import relax
from tools.template.wiring import queue_resource

ACCOUNT = "123456789012"
REGION = "us-east-1"
TARGETS = {
    "DynamoDB_20120810": "dynamodb",
    "AWSStepFunctions": "states",
    "AmazonSQS": "sqs",
    "AWSEvents": "events",
    "secretsmanager": "secretsmanager",
}
HOSTS = {"scheduler": "scheduler", "s3": "s3", "email": "ses"}
Judged = tuple[str, str]
"""An action and the resource on which it is judged."""


def judged(request: Any) -> Iterator[Judged]:
    """Everything that one request is judged by."""
    url = urlsplit(request.url)
    headers = {name.lower(): _text(value) for name, value in request.headers.items()}
    target = headers.get("x-amz-target", "").partition(".")[0]
    service = TARGETS[target] if target else HOSTS[url.netloc.partition(".")[0]]
    path, body = _renamed(service, url.path), _renamed(service, _text(request.body or "")).encode()
    query = parse_qs(url.query, keep_blank_values=True)
    action = iam_actions.extract_iam_action(service, request.method, path, headers, body, query)
    if action is None:
        raise NotImplementedError(f"{request.method} {request.url}")
    parts = iam_actions.dynamodb_transaction_checks(action, body, REGION, ACCOUNT)
    if parts:
        yield from parts
        return
    if service == "dynamodb":
        for resource in iam_actions.dynamodb_resource_arns(body, REGION, ACCOUNT):
            yield action, resource
        return
    resource = iam_actions.extract_resource_arn(service, request.method, path, headers, body, query, REGION, ACCOUNT)
    yield action, resource


def allows(statements: Sequence[Mapping[str, Any]], call: Judged) -> bool:
    """By the policy as it is deployed there: without what that judge cannot know."""
    checked = [deepcopy(dict(statement)) for statement in statements]
    for statement in checked:
        relax(statement)
    action, resource = call
    context = iam_evaluator.EvalContext(
        principal_arn=f"arn:aws:iam::{ACCOUNT}:role/any",
        principal_type="AssumedRole",
        principal_account=ACCOUNT,
        action=action,
        resource_arn=resource,
        region=REGION,
    )
    policies = [iam_evaluator.parse_policy_document({"Version": "2012-10-17", "Statement": checked})]
    return bool(iam_evaluator.evaluate(context, policies).decision == "Allow")


def _renamed(service: str, text: str) -> str:
    """Things by the names that the synthesized policies give them."""
    if service == "sqs":
        before, mark, queue = text.partition("banli-test-")
        name, quote, rest = queue.partition('"')
        return before + queue_resource(name) + quote + rest if mark else text
    names = {
        "dynamodb": ('"banli-test"', '"Table"'),
        "events": ('"banli-test"', '"Bus"'),
        "s3": ("banli-test-files", "Attachments"),
        "secretsmanager": ("banli/test", "banli-prod-master-key-AbCdEf"),
        "states": (":execution:run:", ":execution:banli-prod-run:"),
    }
    text = text.replace(":stateMachine:run", ":stateMachine:banli-prod-run")
    return text.replace(*names[service]) if service in names else text


def _text(value: Any) -> str:
    return value.decode() if isinstance(value, bytes | bytearray) else str(value)
