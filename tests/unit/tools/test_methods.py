"""What the packaged template says of methods that no route has."""

import json
from pathlib import Path

import pytest

from tools.deploy.methods import answer_every_method


@pytest.mark.parametrize(
    ("local", "added"),
    [
        (False, {"x-amazon-apigateway-any-method"}),
        (True, {"delete", "head", "options", "patch", "put"}),
    ],
)
def test_the_methods_that_are_missing_go_to_the_same_function(tmp_path: Path, local: bool, added: set[str]) -> None:
    template, there = tmp_path / "sam.json", {"x-amazon-apigateway-integration": {"uri": "function"}}
    paths = {"/v1/forms": {"get": there, "post": there}}
    template.write_text(json.dumps({"Resources": {"RestAPI": {"Properties": {"DefinitionBody": {"paths": paths}}}}}))
    answer_every_method(template, local=local)
    made = json.loads(template.read_text())["Resources"]["RestAPI"]["Properties"]["DefinitionBody"]["paths"]
    assert made["/v1/forms"].keys() == {"get", "post"} | added
    assert all(operation == there for operation in made["/v1/forms"].values())
