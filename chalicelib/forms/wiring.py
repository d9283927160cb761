"""Which adapter stands behind which port of forms."""

from __future__ import annotations

from datetime import tzinfo
from functools import cache
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from ..kernel.work import Work

if TYPE_CHECKING:
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
        from ..directory import api as directory

        return directory.org(work)

    def zone(self, work: Work) -> tzinfo:
        from ..tenancy import api as tenancy

        return ZoneInfo(tenancy.get_tenant(work).zone)

    def language(self, work: Work) -> str:
        from ..tenancy import api as tenancy

        return tenancy.get_tenant(work).language

    def audit(self, work: Work, action: str, form_id: str, before: Any, after: Any) -> None:
        from ..tenancy import api as tenancy

        tenancy.audit(work, action, "form", form_id, before=before, after=after)

    def form_published(self, work: Work) -> None:
        from ..directory import api as directory

        directory.tick_step(work, "form_published")


@cache
def form_rows() -> FormRows:
    from ..aws.table import table
    from .store.forms import FormRows

    return FormRows(table)


@cache
def record_rows() -> RecordRows:
    from ..aws.table import table
    from .store.records import RecordRows

    return RecordRows(table)


@cache
def company() -> TenantCompany:
    return TenantCompany()


@cache
def forms() -> Forms:
    from .service.forms import Forms

    return Forms(form_rows(), record_rows(), company())


@cache
def attachments() -> Attachments:
    from ..aws import blobs
    from ..aws.table import table
    from .service.attachments import Attachments

    return Attachments(form_rows(), table, blobs, company())


@cache
def records() -> Records:
    from .service.records import Records

    return Records(form_rows(), record_rows(), attachments(), company())


@cache
def lists() -> Lists:
    from ..aws.table import table
    from .service.lists import Lists

    return Lists(form_rows(), record_rows(), table)


@cache
def reindexing() -> Reindexing:
    from .service.reindex import Reindexing

    return Reindexing(form_rows(), record_rows())


@cache
def purging() -> Purging:
    from ..aws import blobs
    from .service.purging import Purging

    return Purging(record_rows(), blobs)
