"""What the template promises in AWS: durable data, private files, dead letters, alarms, logs, traces."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from cfnlint.api import lint
from cfnlint.config import ManualArgs

from ..proof.sizes import LONG

Template = dict[str, Any]
OfType = Callable[[str], dict[str, Template]]
SAFE_VIEWER = {"RestrictPublicBuckets", "BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls"}


@pytest.mark.parametrize("region", ["us-east-1", "cn-north-1"] if LONG else ["cn-north-1"])
def test_lint_finds_nothing(region: str, packaged: Callable[[str], Template]) -> None:
    findings = lint(json.dumps(packaged(region)), config=ManualArgs(regions=[region]))
    assert [str(finding) for finding in findings] == []


def test_template_stays_within_cloudformation(expanded: Template) -> None:
    assert len(expanded["Resources"]) <= 450
    assert len(json.dumps(expanded)) < 900_000


def test_table_outlives_mistakes(expanded: Template) -> None:
    table = expanded["Resources"]["Table"]
    properties = table["Properties"]
    assert (table["DeletionPolicy"], table["UpdateReplacePolicy"]) == ("Retain", "Retain")
    assert properties["DeletionProtectionEnabled"] is True
    assert properties["PointInTimeRecoverySpecification"] == {"PointInTimeRecoveryEnabled": True}
    assert properties["SSESpecification"] == {"SSEEnabled": True}
    assert properties["BillingMode"] == "PAY_PER_REQUEST"
    assert properties["TimeToLiveSpecification"] == {"AttributeName": "ttl", "Enabled": True}
    assert properties["StreamSpecification"] == {"StreamViewType": "NEW_AND_OLD_IMAGES"}
    assert "GlobalSecondaryIndexes" not in properties


def test_buckets_are_private_versioned_and_encrypted(of_type: OfType) -> None:
    for bucket in of_type("AWS::S3::Bucket").values():
        assert {name for name, on in bucket["PublicAccessBlockConfiguration"].items() if on is True} == SAFE_VIEWER
        assert bucket["VersioningConfiguration"] == {"Status": "Enabled"}
        assert bucket["BucketEncryption"]


def test_files_are_taken_from_the_web_app_only(expanded: Template) -> None:
    rules = expanded["Resources"]["Attachments"]["Properties"]["CorsConfiguration"]["CorsRules"]
    assert [rule["AllowedOrigins"] for rule in rules] == [[{"Ref": "WebOrigin"}]]


def test_every_queue_has_dead_letters_or_is_one_and_an_alarm(of_type: OfType) -> None:
    queues = of_type("AWS::SQS::Queue")
    watched = {
        alarm["Dimensions"][0]["Value"]["Fn::GetAtt"][0]
        for alarm in of_type("AWS::CloudWatch::Alarm").values()
        if alarm["MetricName"] == "ApproximateNumberOfMessagesVisible"
    }
    working = {name: queue for name, queue in queues.items() if "RedrivePolicy" in queue}
    dead = {queue["RedrivePolicy"]["deadLetterTargetArn"]["Fn::GetAtt"][0] for queue in working.values()}
    parking = queues.keys() - working.keys()
    assert len(dead) == len(working)
    assert dead <= parking
    assert parking == watched
    assert all(queues[name]["MessageRetentionPeriod"] == 1_209_600 for name in parking)
    assert all(queue["SqsManagedSseEnabled"] is True for queue in queues.values())


def test_a_message_is_not_handed_out_twice_while_its_function_may_still_work(of_type: OfType) -> None:
    queues, functions = of_type("AWS::SQS::Queue"), of_type("AWS::Lambda::Function")
    for mapping in of_type("AWS::Lambda::EventSourceMapping").values():
        source = mapping["EventSourceArn"]["Fn::GetAtt"][0]
        assert mapping["FunctionResponseTypes"] == ["ReportBatchItemFailures"]
        if source in queues:
            function = functions[mapping["FunctionName"]["Fn::GetAtt"][0]]
            assert queues[source]["VisibilityTimeout"] >= 6 * function["Timeout"]


def test_the_stream_relays_new_outbox_rows_and_parks_what_fails(expanded: Template) -> None:
    mapping = expanded["Resources"]["RelayFromStream"]["Properties"]
    (pattern,) = mapping["FilterCriteria"]["Filters"]
    assert json.loads(pattern["Pattern"]) == {
        "eventName": ["INSERT"],
        "dynamodb": {"NewImage": {"kind": {"S": ["outbox"]}}},
    }
    assert mapping["BisectBatchOnFunctionError"] is True
    assert mapping["DestinationConfig"]["OnFailure"]["Destination"] == {"Fn::GetAtt": ["RelayFailures", "Arn"]}


def test_rules_hand_over_for_a_day_and_then_park(of_type: OfType) -> None:
    for name, rule in of_type("AWS::Events::Rule").items():
        for target in rule["Targets"]:
            assert target["DeadLetterConfig"] == {"Arn": {"Fn::GetAtt": ["Undelivered", "Arn"]}}, name
            assert target["RetryPolicy"], name


def test_functions_are_traced_named_and_arm64(of_type: OfType) -> None:
    for name, function in of_type("AWS::Lambda::Function").items():
        assert function["Architectures"] == ["arm64"], name
        assert function["TracingConfig"] == {"Mode": "Active"}, name
        assert function["FunctionName"]["Fn::Sub"].startswith("banli-${Stage}-"), name


def test_password_hashing_has_a_whole_processor(of_type: OfType) -> None:
    """argon2 runs in the API's function; 1,769 MB is where Lambda gives one vCPU."""
    assert of_type("AWS::Lambda::Function")["APIHandler"]["MemorySize"] >= 1769
    assert of_type("AWS::Lambda::Function")["APIHandler"]["Timeout"] <= 29


def test_every_function_has_its_log_and_its_alarms(of_type: OfType) -> None:
    logs = {log["LogGroupName"].get("Fn::Sub"): log for log in of_type("AWS::Logs::LogGroup").values()}
    alarms: dict[str, set[str]] = {}
    for alarm in of_type("AWS::CloudWatch::Alarm").values():
        assert alarm["AlarmActions"] == [{"Ref": "AlarmTopic"}]
        for dimension in alarm["Dimensions"]:
            if dimension["Name"] == "FunctionName":
                alarms.setdefault(dimension["Value"]["Ref"], set()).add(alarm["MetricName"])
    for name, function in of_type("AWS::Lambda::Function").items():
        log = logs["/aws/lambda/" + function["FunctionName"]["Fn::Sub"]]
        assert log["RetentionInDays"] >= 30, name
        assert alarms[name] >= {"Errors", "Throttles", "Duration"}, name
    assert "IteratorAge" in alarms["Relay"]


def test_state_machines_are_logged_traced_and_watched(of_type: OfType) -> None:
    watched = {
        (alarm["MetricName"], alarm["Dimensions"][0]["Value"].get("Ref"))
        for alarm in of_type("AWS::CloudWatch::Alarm").values()
        if alarm["Namespace"] == "AWS/States"
    }
    for name, machine in of_type("AWS::StepFunctions::StateMachine").items():
        assert machine["LoggingConfiguration"]["Destinations"], name
        assert machine["LoggingConfiguration"]["IncludeExecutionData"] is False, name
        assert machine["TracingConfiguration"] == {"Enabled": True}, name
        assert {("ExecutionsFailed", name), ("ExecutionsTimedOut", name)} <= watched


def test_pages_may_run_only_our_own_scripts(expanded: Template) -> None:
    policy = expanded["Resources"]["WebHeaders"]["Properties"]["ResponseHeadersPolicyConfig"]["SecurityHeadersConfig"]
    text = policy["ContentSecurityPolicy"]["ContentSecurityPolicy"]["Fn::Sub"]
    directives = dict(part.strip().split(" ", 1) for part in text.split(";"))
    assert directives["default-src"] == "'none'"
    assert directives["script-src"] == "'self'"
    assert directives["frame-ancestors"] == "'none'"
    assert all("*" not in sources and "http:" not in sources for sources in directives.values())
    assert policy["StrictTransportSecurity"]["AccessControlMaxAgeSec"] >= 31_536_000


def test_every_method_of_every_address_reaches_the_api(packaged: Callable[[str], Template]) -> None:
    """A method that no route has is refused by 405 with `Allow`, not as an address that does not exist."""
    paths = packaged("us-east-1")["Resources"]["RestAPI"]["Properties"]["DefinitionBody"]["paths"]
    for methods in paths.values():
        integrations = [operation["x-amazon-apigateway-integration"] for operation in methods.values()]
        assert "x-amazon-apigateway-any-method" in methods
        assert all(each == integrations[0] for each in integrations)
