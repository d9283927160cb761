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
POLICIES = INFRA / "policies.yaml"

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
    """A queue and the function that works it off; `hears` are prefixes of event types, `listener` the name under which
    the relay marks the events of companies that have it; "" hears those of every company.
    """

    name: str
    function: str
    hears: tuple[str, ...] = ()
    batch: int = 10
    tries: int = 8
    concurrency: int = 5
    listener: str = ""

    def hears_of(self, event_type: str, detail: Json) -> bool:
        """As the rule of the bus does: by prefix, and by mark."""
        return event_type.startswith(self.hears) and (not self.listener or self.listener in detail["listeners"])


@dataclass(frozen=True, slots=True)
class Function:
    """One line of `infra/wiring.yaml`. Sizes are None where they are those of every function (.chalice/config.json)."""

    name: str
    by: str
    may: tuple[str, ...] = ()
    sends: tuple[str, ...] = ()
    memory: int | None = None
    timeout: int | None = None
    reserved: int | None = None


@dataclass(frozen=True, slots=True)
class Wiring:
    functions: tuple[Function, ...]
    queues: tuple[Queue, ...]

    @property
    def callers(self) -> dict[str, str]:
        """Who calls each function: api, stream, queue, execution, schedule or rule."""
        return {function.name: function.by for function in self.functions}

    def queue_of(self, function: str) -> Queue | None:
        return next((queue for queue in self.queues if queue.function == function), None)


_OF_A_QUEUE = ("hears", "batch", "tries", "concurrency", "listener")


def read_wiring(path: Path = WIRING) -> Wiring:
    """Raises TypeError for a word that a line does not know."""
    functions, queues = [], []
    for name, line in read_yaml(path)["functions"].items():
        raw: Json = {key: tuple(value) if isinstance(value, list) else value for key, value in line.items()}
        if raw["by"] == "queue":
            about: Json = {key: raw.pop(key) for key in _OF_A_QUEUE if key in raw}
            queues.append(Queue(raw.pop("queue", name), name, **about))
        functions.append(Function(name, **raw))
    return Wiring(tuple(functions), tuple(queues))


def fragments(region: str) -> list[Json]:
    """Every file of infra/ that is CloudFormation and that the region understands, in the order of their names."""
    left_out = {WIRING.name, POLICIES.name, *(NOT_IN_CHINA if region.startswith("cn-") else ())}
    return [read_yaml(path) for path in sorted(INFRA.glob("*.yaml")) if path.name not in left_out]


def machine(name: str) -> Json:
    return dict(json.loads((MACHINES / f"{name}.asl.json").read_text("utf-8")))


def chalice_config() -> Json:
    """What holds for every function and stage; what differs by function is in infra/wiring.yaml."""
    return dict(json.loads(CONFIG.read_text("utf-8")))
