"""CPU of a cold process from its start to its first answer: what a lazy import saves must not come back in full here.

The parent records the request with its caches emptied; the child plays it back below botocore's transport, so that it
loads what a function loads, and nothing of the double.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import process_time
from typing import Any

from botocore.awsrequest import AWSResponse

ROUNDS = 5


class Bytes:
    """What botocore reads an answer from."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def stream(self, **_: Any) -> Iterator[bytes]:
        yield self._content


def first_answer_ms(exchanges: list[Any], event: dict[str, Any], bytecode: str) -> float:
    """The best of ROUNDS processes. `exchanges` are those of `replay.Tape`; their order is kept."""
    told = [[each.status, each.headers, each.body.decode()] for each in exchanges]
    with tempfile.TemporaryDirectory() as place:
        scene = Path(place) / "scene.json"
        scene.write_text(json.dumps({"event": event, "exchanges": told}, default=bytes.decode))
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": bytecode}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        command = [sys.executable, "-m", "benchmarks.cold", str(scene)]
        runs = [
            float(subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE).stdout.split()[-1])
            for _ in range(1 + ROUNDS)
        ]
    return round(min(runs[1:]), 1)


def main(scene: Path) -> None:
    from botocore.handlers import BUILTIN_HANDLERS

    told = json.loads(scene.read_text())
    answers = iter(told["exchanges"])

    def answer(request: Any, **_: Any) -> AWSResponse:
        if "secretsmanager" in request.url:
            body = json.dumps({"SecretString": json.dumps({"key": "b" * 64})}).encode()
            return AWSResponse(request.url, 200, {}, Bytes(body))
        status, headers, body = next(answers)
        return AWSResponse(request.url, status, headers, Bytes(body.encode()))

    BUILTIN_HANDLERS.append(("before-send", answer))
    from app import app

    said = app(told["event"], None)
    spent = process_time() * 1000
    if said["statusCode"] >= 300:
        raise SystemExit(said["body"])
    print("\n", spent)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
