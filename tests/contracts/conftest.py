"""The template as it would be deployed: what Chalice and infra/ make together, and what SAM expands it to."""

import json
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from samtranslator.translator.transform import transform

from tools.deploy.build import build

Template = dict[str, Any]


class _NoManagedPolicies:
    def load(self) -> dict[str, str]:
        return {}


@pytest.fixture(scope="session")
def packaged(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Template]:
    """The SAM template of stage prod for a region."""

    @cache
    def make(region: str) -> Template:
        package = build("prod", tmp_path_factory.mktemp(region) / "build", region=region, runtime=None)
        template: Template = json.loads(package.template.read_text("utf-8"))
        for resource in template["Resources"].values():
            if resource["Type"] == "AWS::Serverless::Function":
                resource["Properties"]["CodeUri"] = {"Bucket": "code", "Key": "code.zip"}
        return template

    return make


@pytest.fixture(scope="session")
def expanded(packaged: Callable[[str], Template]) -> Template:
    """CloudFormation after the SAM transform, for us-east-1."""
    template = json.loads(json.dumps(packaged("us-east-1")))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_DEFAULT_REGION", "us-east-1")
        made: Template = transform(template, {}, _NoManagedPolicies())
    return made


@pytest.fixture
def of_type(expanded: Template) -> Callable[[str], dict[str, Template]]:
    """Properties by logical name of every resource of a type."""

    def find(kind: str) -> dict[str, Template]:
        found = {name: r.get("Properties", {}) for name, r in expanded["Resources"].items() if r["Type"] == kind}
        assert found, f"the template has no {kind}"
        return found

    return find
