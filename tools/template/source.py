"""Reading infra/: CloudFormation YAML with its short tags, and the wiring table."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
INFRA = ROOT / "infra"
MACHINES = ROOT / "stepfunctions"
CONFIG = ROOT / ".chalice" / "config.json"
WIRING = INFRA / "wiring.yaml"

NOT_IN_CHINA = ("cdn.yaml", "mail.yaml")
"""AWS in China refuses a template that names CloudFront functions, origin access control or SES identities at all."""

Json = dict[str, Any]


class _Loader(yaml.SafeLoader):
    """YAML with CloudFormation's short tags: `!Sub x` reads as {"Fn::Sub": "x"}."""


def _intrinsic(loader: _Loader, suffix: str, node: yaml.Node) -> Json:
    value: Any
    if isinstance(node, yaml.ScalarNode):
        value = loader.construct_scalar(node)
    elif isinstance(node, yaml.SequenceNode):
        value = loader.construct_sequence(node, deep=True)
    elif isinstance(node, yaml.MappingNode):
        value = loader.construct_mapping(node, deep=True)
    else:
        raise TypeError(node)
    if suffix == "GetAtt" and isinstance(value, str):
        value = value.split(".", 1)
    return {suffix if suffix in ("Ref", "Condition") else f"Fn::{suffix}": value}


_Loader.add_multi_constructor("!", _intrinsic)


def read_yaml(path: Path) -> Json:
    loaded = yaml.load(path.read_text("utf-8"), Loader=_Loader)  # noqa: S506 - a SafeLoader with CloudFormation's tags
    return dict(loaded)


@dataclass(frozen=True, slots=True)
class Queue:
    name: str
    function: str
    hears: tuple[str, ...]
    batch: int
    tries: int
    concurrency: int

    def hears_of(self, event_type: str) -> bool:
        """As the rule of the bus does: by prefix."""
        return event_type.startswith(self.hears)


@dataclass(frozen=True, slots=True)
class Wiring:
    callers: dict[str, str]
    """Who calls each function of app.py: api, stream, queue, execution, schedule or rule."""
    queues: tuple[Queue, ...]


def read_wiring(path: Path = WIRING) -> Wiring:
    raw = read_yaml(path)
    queues = tuple(
        Queue(name, q["function"], tuple(q["hears"]), q["batch"], q["tries"], q["concurrency"])
        for name, q in raw["queues"].items()
    )
    return Wiring({name: function["by"] for name, function in raw["functions"].items()}, queues)


def fragments(region: str) -> list[Json]:
    """Every file of infra/ that is CloudFormation and that the region understands, in the order of their names."""
    left_out = {WIRING.name, *(NOT_IN_CHINA if region.startswith("cn-") else ())}
    return [read_yaml(path) for path in sorted(INFRA.glob("*.yaml")) if path.name not in left_out]


def machine(name: str) -> Json:
    return dict(json.loads((MACHINES / f"{name}.asl.json").read_text("utf-8")))


def chalice_config() -> Json:
    return dict(json.loads(CONFIG.read_text("utf-8")))


def function_timeout(name: str) -> int:
    """Seconds, from .chalice/config.json, where Chalice looks for it too."""
    config = chalice_config()
    return int(config["lambda_functions"].get(name, {}).get("lambda_timeout", config["lambda_timeout"]))
