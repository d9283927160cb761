"""The schema files that are made from registries, so that a new type is described without anybody describing it.

`make openapi` writes them before the snapshot; a test compares them with what the registries say today.
"""

import json
from pathlib import Path
from typing import Any

from .template.source import ROOT


def made() -> dict[str, dict[str, Any]]:
    """The schemas by `<context>/<name>`."""
    from chalicelib.flows.engine.approvers import RULE_TYPES
    from chalicelib.flows.engine.contract import one_step_contract, rule_contract, step_contract
    from chalicelib.flows.engine.nodes import NODE_TYPES

    steps = {name: each.contract for name, each in NODE_TYPES.items()}
    return {
        "flows/step": step_contract(steps),
        "flows/rule": rule_contract({name: each.contract for name, each in RULE_TYPES.items()}),
        **{f"flows/step_{name}": one_step_contract(name, each) for name, each in steps.items()},
    }


def path_of(name: str) -> Path:
    context, _, rest = name.partition("/")
    return ROOT / "chalicelib" / context / "schemas" / f"{rest}.json"


def text_of(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def write() -> None:
    for name, schema in made().items():
        path_of(name).write_text(text_of(schema), "utf-8")
