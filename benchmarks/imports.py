"""CPU of `import app` against the CPU of importing the frameworks that it stands on, each in a process of its own."""

import os
import subprocess
import sys
from typing import Any

ROUNDS = 7
FRAMEWORKS = (
    "import boto3, pynamodb.connection, chalice, jsonschema, aws_lambda_powertools, aws_lambda_powertools.metrics"
)
CLOCK = "import time; b = time.process_time(); {}; print((time.process_time() - b) * 1000)"


def measure() -> dict[str, Any]:
    return {"app_cpu_ms": _best("import app"), "frameworks_cpu_ms": _best(FRAMEWORKS)}


def _best(statement: str) -> float:
    environment = {**os.environ, "POWERTOOLS_TRACE_DISABLED": "true"}
    command = [sys.executable, "-c", CLOCK.format(statement)]
    runs = [
        float(subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout)
        for _ in range(ROUNDS)
    ]
    return round(min(runs), 1)
