"""Which adapter stands behind which port of forms."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import tzinfo
from functools import cache
from typing import TYPE_CHECKING, Any

from ..kernel.extensions import every
from ..kernel.work import Work
from .extensions import FIELD_USERS

if TYPE_CHECKING:
    from ..directory.api import References
    from .service.attachments import Attachments
    from .service.forms import Forms
    from .service.lists import Asked, Lists
    from .service.ports import FieldUse, Org
    from .service.purging import Purging
    from .service.records import Records
    from .service.reindex import Reindexing
    from .service.uses import Uses
    from .store.forms import FormRows
    from .store.records import RecordRows
    from .store.uploads import UploadRows


class TenantCompany:
    """The company as tenancy and directory know it."""

    def org(self, work: Work) -> Org:
        from ..directory import api as directory

        return directory.org(work)

    def zone(self, work: Work) -> tzinfo:
        from zoneinfo import ZoneInfo

        from ..tenancy import api as tenancy

        return ZoneInfo(tenancy.get_tenant(work).zone)

    def language(self, work: Work) -> str:
        from ..tenancy import api as tenancy

        return tenancy.get_tenant(work).language

    def audit(self, work: Work, action: str, form_id: str, before: Any, after: Any) -> None:
        from ..tenancy import api as tenancy

        tenancy.audit(work, action, "form", form_id, before=before, after=after)

    def hold_org(self, work: Work) -> None:
        from ..directory import api as directory

        directory.hold_org(work)

    def form_published(self, work: Work) -> None:
        from ..directory import api as directory

        directory.tick_step(work, "form_published")


class AllFieldUsers:
    """Everything that is built on fields."""

    def uses_of_fields(self, work: Work, flow_id: str, field_ids: Collection[str]) -> Sequence[FieldUse]:
        return [use for each in every(FIELD_USERS) for use in each.uses_of_fields(work, flow_id, field_ids)]


@cache
def form_rows() -> FormRows:
    from ..aws.table import table
    from ..edge import apart
    from .store.forms import FormRows

    return FormRows(table, apart)


@cache
def record_rows() -> RecordRows:
    from ..aws.table import table
    from .store.records import RecordRows

    return RecordRows(table)


@cache
def upload_rows() -> UploadRows:
    from ..aws.table import table
    from .store.uploads import UploadRows

    return UploadRows(table)


@cache
def company() -> TenantCompany:
    return TenantCompany()


@cache
def forms() -> Forms:
    from .service.forms import Forms

    return Forms(form_rows(), record_rows(), company(), users=AllFieldUsers())


@cache
def uses() -> Uses:
    from .service.uses import Uses

    return Uses(form_rows())


def references() -> References:
    """The directory's port: where forms name its roles, departments and members."""
    return uses()


@cache
def attachments() -> Attachments:
    from ..aws import blobs
    from .service.attachments import Attachments

    return Attachments(form_rows(), upload_rows(), blobs, company())


@cache
def records() -> Records:
    from .service.records import Records

    return Records(form_rows(), record_rows(), attachments(), company())


@cache
def lists() -> Lists:
    from ..aws.table import table
    from .service.lists import Lists
    from .store.entries import EntryRows

    return Lists(form_rows(), record_rows(), EntryRows(table), company())


def asked(query: Mapping[str, Any]) -> Asked:
    """The question of a list's query parameters."""
    from .service.lists import Asked

    return Asked(query.get("sort", ""), query.get("filter", ""), query.get("q", ""))


@cache
def reindexing() -> Reindexing:
    from .service.reindex import Reindexing

    return Reindexing(form_rows(), record_rows())


@cache
def purging() -> Purging:
    from ..aws import blobs
    from .service.purging import Purging

    return Purging(record_rows(), upload_rows(), blobs)
