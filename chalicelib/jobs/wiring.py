"""Which adapter stands behind which port of jobs."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .service.jobs import Jobs
    from .service.runner import Runner
    from .store import JobRepository


@cache
def job_repository() -> JobRepository:
    from ..aws.table import table
    from .store import JobRepository

    return JobRepository(table)


@cache
def jobs() -> Jobs:
    from .kinds import registered
    from .service.jobs import Jobs

    return Jobs(job_repository(), registered)


@cache
def runner() -> Runner:
    from time import monotonic

    from ..edge import apart
    from .kinds import registered
    from .service.runner import Runner

    return Runner(job_repository(), registered, apart=apart, failure=failure, seconds=monotonic)


def failure(fault: Exception) -> dict[str, Any]:
    """`{code, texts}` of a failure, in every language, because its reader is not known yet."""
    from ..edge.errors import InternalError, problem
    from ..kernel.errors import BanliError
    from ..kernel.languages import LANGUAGES

    error = fault if isinstance(fault, BanliError) else InternalError()
    told = {language: problem(error, language, "") for language in LANGUAGES}
    return {"code": error.code, "texts": {name: each.get("detail") or each["title"] for name, each in told.items()}}
