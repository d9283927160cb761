"""What each function and queue of `infra/wiring.yaml` needs in AWS: the repeated parts, spelt once.

Names: function `send_mail` is resource `SendMail` and Lambda `banli-<stage>-send_mail`; queue `schedule_jobs` is
`ScheduleJobsQueue`. Chalice calls the handler of its routes `APIHandler`.
"""

from .source import Function, Json, Queue, Wiring, chalice_config

ASYNCHRONOUS = ("rule", "schedule")
"""Callers that do not wait: what keeps failing goes to the queue of failed jobs."""


def resource_name(function: str) -> str:
    if function == "api_handler":
        return "APIHandler"
    return "".join(part.capitalize() for part in function.split("_"))


def queue_resource(queue: str) -> str:
    return resource_name(queue) + "Queue"


def function_arn(function: str) -> Json:
    """Spelt out where naming the resource would close a circle."""
    name = "arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:banli-${Stage}-"
    return {"Fn::Sub": name + function}


def function_timeouts(wiring: Wiring) -> dict[str, int]:
    """Seconds, by function."""
    usual = int(chalice_config()["lambda_timeout"])
    return {function.name: function.timeout or usual for function in wiring.functions}


def expand(wiring: Wiring) -> Json:
    resources: Json = {}
    timeouts = function_timeouts(wiring)
    for function in wiring.functions:
        resources |= _function(function, timeouts[function.name])
    for queue in wiring.queues:
        resources |= _queue(queue, timeouts[queue.function])
    resources["ScheduleRole"] = _schedule_role(wiring)
    resources |= _parking_alarms()
    return {"Globals": {"Function": {"Environment": {"Variables": _names(wiring)}}}, "Resources": resources}


def _names(wiring: Wiring) -> Json:
    queues: Json = {f"BANLI_QUEUE_{queue.name.upper()}": {"Ref": queue_resource(queue.name)} for queue in wiring.queues}
    jobs = {f"BANLI_JOB_{name.upper()}": function_arn(name) for name in _scheduled(wiring)}
    return queues | jobs


def _scheduled(wiring: Wiring) -> list[str]:
    return [name for name, caller in wiring.callers.items() if caller == "schedule"]


def _function(function: Function, timeout: int) -> Json:
    name = function.name
    own = resource_name(name)
    properties: Json = {"FunctionName": {"Fn::Sub": f"banli-${{Stage}}-{name}"}}
    if function.by in ASYNCHRONOUS:
        parked = {"Type": "SQS", "Destination": {"Fn::GetAtt": ["FailedJobs", "Arn"]}}
        properties["EventInvokeConfig"] = {
            "MaximumRetryAttempts": 2,
            "MaximumEventAgeInSeconds": 21600,
            "DestinationConfig": {"OnFailure": parked},
        }
    slow = timeout * 800
    # Chalice names the log group after the function's resource, which it renames for the API; by name there is no
    # such slip, and the group exists before the first line is written.
    log = {"LogGroupName": {"Fn::Sub": f"/aws/lambda/banli-${{Stage}}-{name}"}}
    return {
        own: {"Properties": properties},
        "".join(part.capitalize() for part in name.split("_")) + "LogGroup": {"Properties": log},
        f"{own}Errors": _function_alarm(own, "Errors", "Sum", 1, "raised or ran out of time; see its log."),
        f"{own}Throttles": _function_alarm(own, "Throttles", "Sum", 1, "was throttled; look at concurrency."),
        f"{own}Slow": _function_alarm(own, "Duration", "p99", slow, "needs more than 80 % of its time limit."),
    }


def _queue(queue: Queue, timeout: int) -> Json:
    own = queue_resource(queue.name)
    dead = f"{own}Dead"
    slug = queue.name.replace("_", "-")
    resources: Json = {
        own: {
            "Type": "AWS::SQS::Queue",
            "Properties": {
                "QueueName": {"Fn::Sub": f"banli-${{Stage}}-{slug}"},
                # AWS asks for six times the function's time limit, so that a throttled batch is not handed out twice.
                "VisibilityTimeout": 6 * timeout,
                "MessageRetentionPeriod": 345600,
                "SqsManagedSseEnabled": True,
                "RedrivePolicy": {
                    "deadLetterTargetArn": {"Fn::GetAtt": [dead, "Arn"]},
                    "maxReceiveCount": queue.tries,
                },
            },
        },
        dead: {
            "Type": "AWS::SQS::Queue",
            "Properties": {
                "QueueName": {"Fn::Sub": f"banli-${{Stage}}-{slug}-dead"},
                "MessageRetentionPeriod": 1209600,
                "SqsManagedSseEnabled": True,
            },
        },
        f"{own}ToFunction": {
            "Type": "AWS::Lambda::EventSourceMapping",
            "Properties": {
                "FunctionName": {"Fn::GetAtt": [resource_name(queue.function), "Arn"]},
                "EventSourceArn": {"Fn::GetAtt": [own, "Arn"]},
                "BatchSize": queue.batch,
                "FunctionResponseTypes": ["ReportBatchItemFailures"],
                "ScalingConfig": {"MaximumConcurrency": queue.concurrency},
            },
        },
        f"{dead}Alarm": _depth_alarm(
            dead, f"Messages of {queue.name} failed {queue.tries} times and wait for a person."
        ),
        f"{own}Old": _queue_alarm(
            own, "ApproximateAgeOfOldestMessage", 900, f"{queue.name} is more than 15 minutes behind."
        ),
    }
    if queue.hears:
        resources |= _rule(queue, own)
    return resources


def _rule(queue: Queue, own: str) -> Json:
    rule = f"{own}Hears"
    heard = ", ".join(prefix + "*" for prefix in queue.hears)
    pattern: Json = {"detail-type": [{"prefix": prefix} for prefix in queue.hears]}
    if queue.listener:
        pattern["detail"] = {"listeners": [queue.listener]}
    return {
        rule: {
            "Type": "AWS::Events::Rule",
            "Properties": {
                "Description": f"{heard} to {queue.name}",
                "EventBusName": {"Ref": "Bus"},
                "EventPattern": pattern,
                "Targets": [
                    {
                        "Id": "queue",
                        "Arn": {"Fn::GetAtt": [own, "Arn"]},
                        "RetryPolicy": {"MaximumRetryAttempts": 185, "MaximumEventAgeInSeconds": 86400},
                        "DeadLetterConfig": {"Arn": {"Fn::GetAtt": ["Undelivered", "Arn"]}},
                    }
                ],
            },
        },
        f"{own}Policy": {
            "Type": "AWS::SQS::QueuePolicy",
            "Properties": {
                "Queues": [{"Ref": own}],
                "PolicyDocument": {
                    "Version": "2012-10-17",
                    "Statement": [
                        {
                            "Effect": "Allow",
                            "Principal": {"Service": "events.amazonaws.com"},
                            "Action": "sqs:SendMessage",
                            "Resource": {"Fn::GetAtt": [own, "Arn"]},
                            "Condition": {"ArnEquals": {"aws:SourceArn": {"Fn::GetAtt": [rule, "Arn"]}}},
                        }
                    ],
                },
            },
        },
    }


def _schedule_role(wiring: Wiring) -> Json:
    statements: list[Json] = [
        {
            "Effect": "Allow",
            "Action": "lambda:InvokeFunction",
            "Resource": [function_arn(name) for name in _scheduled(wiring)],
        },
        {"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": {"Fn::GetAtt": ["Undelivered", "Arn"]}},
    ]
    document = {"Version": "2012-10-17", "Statement": statements}
    return {"Properties": {"Policies": [{"PolicyName": "call-jobs", "PolicyDocument": document}]}}


def _parking_alarms() -> Json:
    texts = {
        "RelayFailures": "Outbox rows could not be relayed to the bus; docs/operations.md says how to send them again.",
        "Undelivered": "A rule or schedule could not hand over an event within 24 hours.",
        "FailedJobs": "A scheduled or periodic job failed three times.",
    }
    return {f"{queue}Alarm": _depth_alarm(queue, text) for queue, text in texts.items()}


def _depth_alarm(queue: str, text: str) -> Json:
    return _queue_alarm(queue, "ApproximateNumberOfMessagesVisible", 1, text)


def _queue_alarm(queue: str, metric: str, threshold: int, text: str) -> Json:
    queue_name = {"Name": "QueueName", "Value": {"Fn::GetAtt": [queue, "QueueName"]}}
    return _alarm(
        namespace="AWS/SQS",
        metric=metric,
        of=queue_name,
        statistic={"Statistic": "Maximum"},
        threshold=threshold,
        text=text,
    )


def _function_alarm(function: str, metric: str, statistic: str, threshold: int, text: str) -> Json:
    kind = "ExtendedStatistic" if statistic.startswith("p") else "Statistic"
    function_name = {"Name": "FunctionName", "Value": {"Ref": function}}
    return _alarm(
        namespace="AWS/Lambda",
        metric=metric,
        of=function_name,
        statistic={kind: statistic},
        threshold=threshold,
        text=f"{function} {text}",
    )


def _alarm(*, namespace: str, metric: str, of: Json, statistic: Json, threshold: int, text: str) -> Json:
    return {
        "Type": "AWS::CloudWatch::Alarm",
        "Properties": {
            "AlarmDescription": text,
            "Namespace": namespace,
            "MetricName": metric,
            "Dimensions": [of],
            **statistic,
            "Period": 300,
            "EvaluationPeriods": 1,
            "Threshold": threshold,
            "ComparisonOperator": "GreaterThanOrEqualToThreshold",
            "TreatMissingData": "notBreaching",
            "AlarmActions": [{"Ref": "AlarmTopic"}],
        },
    }
