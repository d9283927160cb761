"""Routes of background jobs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chalice import Blueprint

from ..edge import PAGE_QUERY, SIGNED_IN, Request, Response, endpoint
from ..kernel.languages import label_text
from ..kernel.page import DEFAULT_PAGE
from . import wiring

if TYPE_CHECKING:
    from .domain import Job

routes = Blueprint(__name__)


@routes.route("/v1/jobs", methods=["GET"])
@endpoint(
    SIGNED_IN,
    summary="Background jobs that the caller started or may look after, newest first",
    tag="jobs",
    query=PAGE_QUERY,
    response="jobs/job",
    response_list=True,
)
def list_jobs(request: Request) -> Response:
    page = wiring.jobs().page(request.work, request.query.get("limit", DEFAULT_PAGE), request.query.get("cursor"))
    return Response.page(page.map(lambda job: _job(request, job)))


@routes.route("/v1/jobs/{job_id}", methods=["GET"])
@endpoint(SIGNED_IN, summary="A background job with its last failures", tag="jobs", response="jobs/job")
def get_job(request: Request, job_id: str) -> Response:
    return _whole(request, wiring.jobs().get(request.work, job_id))


@routes.route("/v1/jobs/{job_id}/stop", methods=["POST"])
@endpoint(SIGNED_IN, summary="Stop a background job; what is done stays done", tag="jobs", response="jobs/job")
def stop_job(request: Request, job_id: str) -> Response:
    return _whole(request, wiring.jobs().stop(request.work, job_id))


@routes.route("/v1/jobs/{job_id}/resume", methods=["POST"])
@endpoint(SIGNED_IN, summary="Go on with a job that was stopped or has failed", tag="jobs", response="jobs/job")
def resume_job(request: Request, job_id: str) -> Response:
    return _whole(request, wiring.jobs().resume(request.work, job_id))


def _whole(request: Request, job: Job) -> Response:
    log = [
        {"item": label_text(each["item"], request.language), **_failure(each, request.language)}
        for each in reversed(job.log)
    ]
    return Response({**_job(request, job), "log": log})


def _job(request: Request, job: Job) -> dict[str, Any]:
    from .domain import FAILED, STOPPED
    from .kinds import registered

    kind = registered().get(job.kind)
    return {
        "id": job.id,
        "kind": job.kind,
        "title": label_text(dict(kind.words), request.language) if kind else job.kind,
        "subject": {
            "kind": job.subject.kind,
            "id": job.subject.id,
            "name": label_text(job.subject.name, request.language),
        },
        "state": job.state,
        "done": job.done,
        "failed": job.failed,
        "total": job.total,
        "reason": _failure(job.reason, request.language) if job.reason else None,
        "started_by": {"id": job.started_by, "name": job.started_by_name},
        "started_at": job.started_at,
        "ended_at": job.ended_at or None,
        "file": _file(request, job, kind.file if kind else ""),
        "may_stop": job.is_active,
        "may_resume": job.state in (STOPPED, FAILED),
    }


def _file(request: Request, job: Job, path: str) -> str | None:
    """Where whoever started the job asks for the file that it has made."""
    from .domain import DONE

    own = job.started_by == request.actor.member_id
    return path.replace("{id}", job.id) if path and own and job.state == DONE else None


def _failure(told: dict[str, Any], language: str) -> dict[str, Any]:
    return {"code": told["code"], "message": label_text(told["texts"], language), "at": told["at"]}
