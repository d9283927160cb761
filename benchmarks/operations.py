"""The operations of `scenes.py`, measured: calls, request units, CPU, ratio."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any

from chalicelib.aws.table import table

from .company_fixture import cloud
from .replay import Exchange, Tape, bare, cpu_ms
from .scenes import Scene, scenes
from .units import units

TIMES = 500
HASHED = 50
"""Of what hashes a password: longer than anything else, and steadier."""
SIZES = (1_000, 100_000)


@dataclass(frozen=True, slots=True)
class Measured:
    """`calls` to DynamoDB in all (here always one after another); CPU in ms of one request and of its bare calls."""

    name: str
    records: int
    calls: int
    sequential_calls: int
    read_units: float
    write_units: float
    cpu_ms: float
    floor_cpu_ms: float
    ratio: float

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def measure(app: Any, tape: Tape, scene: Scene) -> Measured:
    """Record the request once and play it back. It must be warm: ask once for the caches, then record."""
    with tape.recording() as tape_of_one:
        answer = app(scene.event, None)
    if answer["statusCode"] >= 300:
        raise SystemExit(f"{scene.name}: {answer['statusCode']} {answer['body']}")
    exchanges: list[Exchange] = list(tape_of_one)
    with tape.playing(exchanges), bare(exchanges) as calls_alone:
        request = partial(app, scene.event, None)
        ours, floor = cpu_ms((request, calls_alone), HASHED if scene.hashes else TIMES)
    read, write = units(exchanges)
    calls = len(exchanges)
    figures = (calls, calls, read, write, round(ours, 3), round(floor, 3), round(ours / floor, 2))
    return Measured(scene.name, scene.records, *figures)


def all_operations() -> Iterator[Measured]:
    with cloud() as app:
        tape = Tape()
        tape.attach(table()._connection.client)
        for scene in scenes(app, SIZES):
            yield measure(app, tape, scene)
