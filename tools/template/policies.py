"""One least-privilege policy a function, and Chalice's settings for it.

They are made from `infra/wiring.yaml` and `infra/policies.yaml`, and written into the copy of `.chalice` that is
packaged. A statement stands once in the repository; what follows from how a function is called (its log, its queue,
where its failures wait) is not written at all.
"""

import json
from pathlib import Path
from typing import Any

from .source import POLICIES, Function, Json, Wiring, chalice_config, read_wiring, read_yaml
from .wiring import ASYNCHRONOUS, queue_resource

ALWAYS = ("own_log", "trace")


def write_chalice(directory: Path) -> None:
    """Add a policy a function to a copy of `.chalice`, and the settings that name it. Raises ValueError."""
    wiring = read_wiring()
    made = policies(wiring)
    for name, policy in made.items():
        (directory / _file(name)).write_text(json.dumps(policy, indent=1), "utf-8")
    config = chalice_config() | {"lambda_functions": {each.name: _settings(each) for each in wiring.functions}}
    (directory / "config.json").write_text(json.dumps(config, indent=1), "utf-8")


def policies(wiring: Wiring) -> dict[str, Json]:
    """Policy documents by function. Raises ValueError for a grant or a queue that nobody knows."""
    grants = read_yaml(POLICIES)["grants"]
    return {each.name: _policy(each, wiring, grants) for each in wiring.functions}


def _policy(function: Function, wiring: Wiring, grants: Json) -> Json:
    unknown = set(function.may) - set(grants)
    if unknown:
        raise ValueError(f"{function.name} may {sorted(unknown)}, which infra/policies.yaml does not know")
    statements = [each for name in (*ALWAYS, *function.may) for each in _granted(grants[name], function.name)]
    queue = wiring.queue_of(function.name)
    if queue is not None:
        statements.append(_own_queue(queue.name))
    targets = _targets(function, wiring)
    if targets:
        statements.append(_allow("Send", "sqs:SendMessage", [{"Fn::GetAtt": [target, "Arn"]} for target in targets]))
    return {"Version": "2012-10-17", "Statement": statements}


def _granted(statements: list[Json], function: str) -> list[Json]:
    """`${Function}` is ours; every other placeholder is CloudFormation's."""
    text = json.dumps(statements).replace("${Function}", function)
    return [{"Effect": "Allow", **statement} for statement in json.loads(text)]


def _own_queue(queue: str) -> Json:
    actions = ["sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"]
    return _allow("OwnQueue", actions, {"Fn::GetAtt": [queue_resource(queue), "Arn"]})


def _targets(function: Function, wiring: Wiring) -> list[str]:
    """The queues it sends to, by resource: its own messages, and what failed where nobody waits for an answer."""
    unknown = set(function.sends) - {queue.name for queue in wiring.queues}
    if unknown:
        raise ValueError(f"{function.name} sends to {sorted(unknown)}, which infra/wiring.yaml does not know")
    failed = {"stream": "RelayFailures", **dict.fromkeys(ASYNCHRONOUS, "FailedJobs")}
    parked = [failed[function.by]] if function.by in failed else []
    return [*(queue_resource(queue) for queue in function.sends), *parked]


def _allow(sid: str, actions: str | list[str], resource: Any) -> Json:
    return {"Sid": sid, "Effect": "Allow", "Action": actions, "Resource": resource}


def _settings(function: Function) -> Json:
    sizes = {
        "lambda_memory_size": function.memory,
        "lambda_timeout": function.timeout,
        "reserved_concurrency": function.reserved,
    }
    return {"iam_policy_file": _file(function.name)} | {key: size for key, size in sizes.items() if size is not None}


def _file(function: str) -> str:
    return f"policy-{function}.json"
