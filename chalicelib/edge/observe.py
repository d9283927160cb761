"""One structured log line and one metric set per entry.

The line names ids only: never a body, a cookie or a mail address. It carries the correlation id and, where Lambda
traces, `xray_trace_id`: Lambda's own active tracing writes the segments, so that no SDK is loaded for it.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.metrics import EphemeralMetrics, MetricUnit

logger = Logger(service="banli", level=os.environ.get("BANLI_LOG_LEVEL", "INFO"))


@contextmanager
def observed(kind: str, name: str, correlation_id: str) -> Iterator[dict[str, Any]]:
    """Yields a dict of facts that the log line will carry; `outcome` is `ok` unless set.

    The metric is written even when the body raises, so that failures are counted as well as logged.
    """
    facts: dict[str, Any] = {"kind": kind, "operation": name, "correlation_id": correlation_id, "outcome": "ok"}
    began = perf_counter()
    try:
        yield facts
    except BaseException as error:
        facts["outcome"] = type(error).__name__
        raise
    finally:
        facts["ms"] = round((perf_counter() - began) * 1000, 1)
        logger.info("called", extra=facts)
        _measure(name, facts)


def _measure(name: str, facts: dict[str, Any]) -> None:
    metrics = EphemeralMetrics(namespace="Banli", service="banli")
    metrics.add_dimension(name="operation", value=name)
    metrics.add_metric(name="Calls", unit=MetricUnit.Count, value=1)
    metrics.add_metric(name="Duration", unit=MetricUnit.Milliseconds, value=facts["ms"])
    if facts["outcome"] == "failed":
        metrics.add_metric(name="Failures", unit=MetricUnit.Count, value=1)
    metrics.flush_metrics()
