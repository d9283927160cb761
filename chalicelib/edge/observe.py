"""One structured log line, one metric set and one trace segment per entry, all carrying the correlation id.

The line names ids only: never a body, a cookie or a mail address.
"""

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import lru_cache
from time import perf_counter
from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.metrics import EphemeralMetrics, MetricUnit

logger = Logger(service="banli", level=os.environ.get("BANLI_LOG_LEVEL", "INFO"))


@lru_cache(maxsize=1)
def _tracer() -> Any:
    """Powertools' tracer where X-Ray listens, else None: its SDK costs more to import than all our other libraries."""
    listening = os.environ.get("AWS_XRAY_DAEMON_ADDRESS")
    if not listening or os.environ.get("POWERTOOLS_TRACE_DISABLED") == "true":
        return None
    from aws_lambda_powertools import Tracer

    return Tracer(service="banli")


def _segment(name: str) -> AbstractContextManager[Any]:
    tracer = _tracer()
    return tracer.provider.in_subsegment(f"## {name}") if tracer else nullcontext()


@contextmanager
def observed(kind: str, name: str, correlation_id: str) -> Iterator[dict[str, Any]]:
    """Yields a dict of facts that the log line will carry; `outcome` is `ok` unless set.

    The metric is written even when the body raises, so that failures are counted as well as logged.
    """
    facts: dict[str, Any] = {"kind": kind, "operation": name, "correlation_id": correlation_id, "outcome": "ok"}
    began = perf_counter()
    try:
        with _segment(name) as segment:
            yield facts
            if segment is not None:
                segment.put_annotation("correlation_id", correlation_id)
                segment.put_annotation("outcome", str(facts["outcome"]))
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
