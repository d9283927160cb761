"""Which Python Lambda runs, whichever Python packages."""

import json
from pathlib import Path

import pytest

from tools.deploy.runtime import DEFAULT, KNOWN, Runtime, chosen, this_python
from tools.terminal import Stop


@pytest.mark.parametrize(("said", "version"), [("", DEFAULT), ("3.12", "3.12"), ("python3.11", "3.11")])
def test_it_is_a_setting_with_a_default(monkeypatch: pytest.MonkeyPatch, said: str, version: str) -> None:
    monkeypatch.setenv("RUNTIME", said)
    assert chosen() == Runtime(version)


def test_one_that_the_code_is_not_written_for_is_refused_and_says_which_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RUNTIME", "3.8")
    with pytest.raises(Stop, match=", ".join(KNOWN)):
        chosen()


def test_every_function_of_the_template_runs_it_and_nothing_else_changes(tmp_path: Path) -> None:
    template = tmp_path / "sam.json"
    table = {"Type": "AWS::DynamoDB::Table", "Properties": {"Runtime": "none of ours"}}
    function = {"Type": "AWS::Serverless::Function", "Properties": {"Runtime": "python3.11", "Timeout": 3}}
    template.write_text(json.dumps({"Resources": {"A": function, "B": function, "Table": table}}), "utf-8")

    Runtime("3.13").put_into(template)

    resources = json.loads(template.read_text("utf-8"))["Resources"]
    assert resources["A"]["Properties"] == resources["B"]["Properties"] == {"Runtime": "python3.13", "Timeout": 3}
    assert resources["Table"] == table


def test_code_is_compiled_only_by_a_python_of_the_same_version(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    other = next(version for version in KNOWN if version != this_python())
    assert Runtime(this_python()).interpreter()
    assert Runtime(other).interpreter() is None
    found = tmp_path / f"python{other}"
    found.write_text("#!/bin/sh\necho no such version installed >&2; exit 127\n")
    found.chmod(0o755)
    assert Runtime(other).interpreter() is None
    found.write_text(f"#!/bin/sh\necho {other}\n")
    assert Runtime(other).interpreter() == str(found)
