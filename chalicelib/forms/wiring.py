"""Which adapter stands behind which port of forms."""

from datetime import tzinfo
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from ..aws import blobs
from ..aws.table import table
from ..directory import api as directory
from ..kernel.work import Work
from ..tenancy import api as tenancy
from .service.attachments import Attachments
from .service.forms import Forms
from .service.lists import Lists
from .service.ports import Org
from .service.purging import Purging
from .service.records import Records
from .service.reindex import Reindexing
from .store.forms import FormRows
from .store.records import RecordRows


class TenantCompany:
    """The company as tenancy and directory know it."""

    def org(self, work: Work) -> Org:
        return directory.org(work)

    def zone(self, work: Work) -> tzinfo:
        return ZoneInfo(tenancy.get_tenant(work).zone)

    def language(self, work: Work) -> str:
        return tenancy.get_tenant(work).language

    def audit(self, work: Work, action: str, form_id: str, before: Any, after: Any) -> None:
        tenancy.audit(work, action, "form", form_id, before=before, after=after)

    def form_published(self, work: Work) -> None:
        directory.tick_step(work, "form_published")


@cache
def form_rows() -> FormRows:
    return FormRows(table)


@cache
def record_rows() -> RecordRows:
    return RecordRows(table)


@cache
def company() -> TenantCompany:
    return TenantCompany()


@cache
def forms() -> Forms:
    return Forms(form_rows(), record_rows(), company())


@cache
def attachments() -> Attachments:
    return Attachments(form_rows(), table, blobs, company())


@cache
def records() -> Records:
    return Records(form_rows(), record_rows(), attachments(), company())


@cache
def lists() -> Lists:
    return Lists(form_rows(), record_rows(), table)


@cache
def reindexing() -> Reindexing:
    return Reindexing(form_rows(), record_rows())


@cache
def purging() -> Purging:
    return Purging(record_rows(), blobs)
