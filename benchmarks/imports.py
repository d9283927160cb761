"""CPU of `import app` against the CPU of importing the frameworks that it stands on, each in a process of its own.

All read bytecode, as the package for Lambda carries it; `uncompiled_app_cpu_ms` is what that saves.
"""

import os
import subprocess
import sys
import tempfile
from typing import Any

from .cold import first_answer_ms
from .company_fixture import cloud, sign_up
from .replay import Exchange, Tape

ROUNDS = 7
APP = "import app"
FRAMEWORKS = (
    "import boto3, pynamodb.connection, chalice, jsonschema, aws_lambda_powertools, aws_lambda_powertools.metrics"
)
CLOCK = "import time; b = time.process_time(); {}; print((time.process_time() - b) * 1000)"


def measure() -> dict[str, Any]:
    """The two imports take turns, so that a disturbed minute disturbs both."""
    with cloud() as app, tempfile.TemporaryDirectory() as bytecode:
        exchanges, event = _first_request(app)
        _cpu(APP, bytecode), _cpu(FRAMEWORKS, bytecode)
        turns = [(_cpu(APP, bytecode), _cpu(FRAMEWORKS, bytecode)) for _ in range(ROUNDS)]
        first = first_answer_ms(exchanges, event, bytecode)
    app, frameworks = (min(column) for column in zip(*turns, strict=True))
    return {
        "app_cpu_ms": round(app, 1),
        "frameworks_cpu_ms": round(frameworks, 1),
        "ratio": round(app / frameworks, 2),
        "first_answer_cpu_ms": first,
        "uncompiled_app_cpu_ms": round(min(_cpu(APP, "") for _ in range(3)), 1),
    }


def _first_request(app: Any) -> tuple[list[Exchange], dict[str, Any]]:
    """What `GET /v1/me` asks of the table in a process that knows no organisation yet, and the request itself."""
    from chalicelib.aws.table import table
    from chalicelib.directory import store

    admin, tape = sign_up(app), Tape()
    tape.attach(table()._connection.client)
    event = admin.event("GET", "/v1/me")
    store._CACHED.clear()
    with tape.recording() as exchanges:
        app(event, None)
    return list(exchanges), event


def _cpu(statement: str, bytecode: str) -> float:
    """With `bytecode` "", nothing compiled is read or kept."""
    environment = dict(os.environ)
    with tempfile.TemporaryDirectory() as empty:
        environment["PYTHONPYCACHEPREFIX"] = bytecode or empty
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        command = [sys.executable, "-c", CLOCK.format(statement)]
        return float(subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout)
