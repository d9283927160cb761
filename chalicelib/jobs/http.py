"""Routes of background jobs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chalice import Blueprint

from ..edge import PAGE_QUERY, SIGNED_IN, Call, Reply, endpoint
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
    reply="jobs/job",
    reply_list=True,
)
def list_jobs(call: Call) -> Reply:
    page = wiring.jobs().page(call.work, call.query.get("limit", DEFAULT_PAGE), call.query.get("cursor"))
    return Reply.page(page.map(lambda job: _job(call, job)))


@routes.route("/v1/jobs/{job_id}", methods=["GET"])
@endpoint(SIGNED_IN, summary="A background job with its last failures", tag="jobs", reply="jobs/job")
def get_job(call: Call, job_id: str) -> Reply:
    return _whole(call, wiring.jobs().get(call.work, job_id))


@routes.route("/v1/jobs/{job_id}/stop", methods=["POST"])
@endpoint(SIGNED_IN, summary="Stop a background job; what is done stays done", tag="jobs", reply="jobs/job")
def stop_job(call: Call, job_id: str) -> Reply:
    return _whole(call, wiring.jobs().stop(call.work, job_id))


@routes.route("/v1/jobs/{job_id}/resume", methods=["POST"])
@endpoint(SIGNED_IN, summary="Go on with a job that was stopped or has failed", tag="jobs", reply="jobs/job")
def resume_job(call: Call, job_id: str) -> Reply:
    return _whole(call, wiring.jobs().resume(call.work, job_id))


def _whole(call: Call, job: Job) -> Reply:
    log = [
        {"item": label_text(each["item"], call.language), **_failure(each, call.language)} for each in reversed(job.log)
    ]
    return Reply({**_job(call, job), "log": log})


def _job(call: Call, job: Job) -> dict[str, Any]:
    from .domain import FAILED, STOPPED
    from .kinds import registered

    kind = registered().get(job.kind)
    return {
        "id": job.id,
        "kind": job.kind,
        "title": label_text(dict(kind.words), call.language) if kind else job.kind,
        "subject": {
            "kind": job.subject.kind,
            "id": job.subject.id,
            "name": label_text(job.subject.name, call.language),
        },
        "state": job.state,
        "done": job.done,
        "failed": job.failed,
        "total": job.total,
        "reason": _failure(job.reason, call.language) if job.reason else None,
        "started_by": {"id": job.started_by, "name": job.started_by_name},
        "started_at": job.started_at,
        "ended_at": job.ended_at or None,
        "may_stop": job.is_active,
        "may_resume": job.state in (STOPPED, FAILED),
    }


def _failure(told: dict[str, Any], language: str) -> dict[str, Any]:
    return {"code": told["code"], "message": label_text(told["texts"], language), "at": told["at"]}
