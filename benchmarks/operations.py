"""The operations of `scenes.py`, measured: calls, request units, CPU, ratio."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any

from chalicelib.aws.table import table

from .company_fixture import cloud
from .replay import Exchange, Tape, bare, in_pairs
from .scenes import Scene, scenes
from .units import units

TIMES = 800
HASHED = 40
"""Of what hashes a password: longer than anything else, and steadier."""
SIZES = (1_000, 100_000)


@dataclass(frozen=True, slots=True)
class Measured:
    """`calls` to DynamoDB in all (here always one after another); medians of CPU in ms of one request
    and of its bare calls, and the quartiles of their ratio.
    """

    name: str
    records: int
    calls: int
    sequential_calls: int
    read_units: float
    write_units: float
    cpu_ms: float
    floor_cpu_ms: float
    ratio: tuple[float, float, float]

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
        pairs = in_pairs(request, calls_alone, HASHED if scene.hashes else TIMES)
    read, write = units(exchanges)
    calls = len(exchanges)
    first, middle, third = (round(each, 2) for each in pairs.ratio)
    times = (round(pairs.ours_ms, 3), round(pairs.floor_ms, 3))
    return Measured(scene.name, scene.records, calls, calls, read, write, *times, (first, middle, third))


def all_operations() -> Iterator[Measured]:
    with cloud() as app:
        tape = Tape()
        tape.attach(table()._connection.client)
        for scene in scenes(app, SIZES):
            yield measure(app, tape, scene)
