"""Merging a record with another of its form: what comes of it, doing it, and undoing it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chalice import Blueprint

from ...edge import SIGNED_IN, Request, Response, endpoint
from ...edge.errors import told
from ...kernel.page import Page
from .. import prefetch, views, wiring
from ..job_kinds import merge as job
from ..wiring import merging
from .replies import record_told

if TYPE_CHECKING:
    from ..domain.records import Record

routes = Blueprint(__name__)


@routes.route("/v1/records/{record_id}/merge/preview", methods=["POST"])
@endpoint(
    SIGNED_IN,
    body="forms/merge_pair",
    response="forms/merge_preview",
    saves=False,
    prefetch=prefetch.reading,
    tag="records",
    summary="What merging another record into this one comes to",
)
def preview_merge(request: Request, record_id: str) -> Response:
    found = merging.merging().preview(request.work, record_id, request.body["loser"])
    refusals = [told(each, request.language) for each in found.refusals]
    records = [_shown(request, each) for each in (found.survivor, found.loser)]
    return Response(views.merge_preview(found, records, refusals))


@routes.route("/v1/records/{record_id}/merge", methods=["POST"])
@endpoint(
    SIGNED_IN,
    body="forms/merge_order",
    response="forms/merge_started",
    status=202,
    if_match=True,
    prefetch=prefetch.reading,
    tag="records",
    summary="Merge another record into this one, in the background",
)
def merge_records(request: Request, record_id: str) -> Response:
    body, service = request.body, merging.merging()
    loser = (body["loser"], body["loser_version"])
    merge = service.start(request.work, (record_id, request.version or 0), loser, body.get("take", {}))
    job_id = job.start(request.work, job.MERGE, merge)
    service.add(request.work, merge, job_id)
    return Response({"merge_id": merge.id, "job_id": job_id})


@routes.route("/v1/records/{record_id}/merges", methods=["GET"])
@endpoint(
    SIGNED_IN,
    response="forms/merge",
    response_list=True,
    prefetch=prefetch.reading,
    tag="records",
    summary="What was merged into this record in the last 30 days, newest first",
)
def list_merges(request: Request, record_id: str) -> Response:
    found = merging.merging().into(request.work, record_id)
    return Response.page(Page(tuple(views.merge(each) for each in found)))


@routes.route("/v1/records/{record_id}/merge/undo", methods=["POST"])
@endpoint(
    SIGNED_IN,
    body="forms/merge_undo",
    response="forms/merge_started",
    status=202,
    prefetch=prefetch.reading,
    tag="records",
    summary="Undo a merge into this record, within 30 days, in the background",
)
def undo_merge(request: Request, record_id: str) -> Response:
    service = merging.merging()
    merge = service.undo(request.work, record_id, request.body["merge_id"])
    job_id = job.start(request.work, job.UNMERGE, merge)
    service.undoing(request.work, merge, job_id)
    return Response({"merge_id": merge.id, "job_id": job_id})


def _shown(request: Request, record: Record) -> dict[str, Any]:
    """To whoever may read and change all of it."""
    from ..service.records import Shown

    rights = wiring.entrance().rights(request.work, record)
    return record_told(request, Shown(record, not record.locked, rights), record.version)
