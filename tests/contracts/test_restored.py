"""A stack moved to a restored table: whatever named the table names the new one, and the old one stays as it was."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from cfnlint.api import lint
from cfnlint.config import ManualArgs

from tools.deploy.build import Package
from tools.deploy.restored import pointed

Template = dict[str, Any]
NEW = "banli-prod-20261125"
STREAM = f"arn:aws:dynamodb:us-east-1:123456789012:table/{NEW}/stream/2026-11-25T08:00:00.000"


@pytest.fixture
def moved(packaged: Callable[[str], Template], tmp_path: Path) -> Template:
    source = tmp_path / "sam.json"
    source.write_text(json.dumps(packaged("us-east-1")), "utf-8")
    package = pointed(Package(source, tmp_path / "code.zip"), tmp_path / "restored.json", NEW, STREAM)
    return dict(json.loads(package.template.read_text("utf-8")))


def parts(value: Any) -> Iterator[Any]:
    yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from parts(each)


def test_nothing_names_the_old_table_any_more(moved: Template) -> None:
    old = ({"Ref": "Table"}, {"Fn::GetAtt": ["Table", "Arn"]}, {"Fn::GetAtt": ["Table", "StreamArn"]})
    assert [each for each in parts(moved) if each in old or each == "Table.Arn"] == []
    assert not any("${Table" in each for each in parts(moved) if isinstance(each, str))


def test_functions_policies_stream_and_alarms_name_the_new_one(
    moved: Template, packaged: Callable[[str], Template]
) -> None:
    resources = moved["Resources"]
    assert moved["Globals"]["Function"]["Environment"]["Variables"]["BANLI_TABLE"] == NEW
    assert resources["RelayFromStream"]["Properties"]["EventSourceArn"] == STREAM
    assert {"Name": "TableName", "Value": NEW} in resources["TableThrottled"]["Properties"]["Dimensions"]
    before = json.dumps(packaged("us-east-1")).count('{"Fn::GetAtt": ["Table", "Arn"]}')
    assert json.dumps(moved).count(f'table/{NEW}"}}') == before > 20


def test_the_old_table_stays_and_the_stack_remembers_the_new_one(
    moved: Template, packaged: Callable[[str], Template]
) -> None:
    assert moved["Resources"]["Table"] == packaged("us-east-1")["Resources"]["Table"]
    assert moved["Outputs"]["RestoredTable"] == {"Value": NEW}
    assert moved["Outputs"]["RestoredStream"] == {"Value": STREAM}


def test_lint_finds_nothing(moved: Template) -> None:
    assert [str(each) for each in lint(json.dumps(moved), config=ManualArgs(regions=["us-east-1"]))] == []
