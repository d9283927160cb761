"""Which adapter stands behind which port of forms."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import tzinfo
from functools import cache
from typing import TYPE_CHECKING, Any

from ..kernel.extensions import every
from ..kernel.unit_of_work import UnitOfWork
from .extensions import FIELD_USERS

if TYPE_CHECKING:
    from ..apps.service import Contents
    from ..aws.changelog import Changes
    from ..directory.api import References
    from .service.aspects import Aspect
    from .service.attachments import Attachments
    from .service.entrance import Entrance
    from .service.forms import Forms
    from .service.lists import Asked, Lists
    from .service.places import Places
    from .service.ports import FieldUse, Org
    from .service.publishing import PublishStep
    from .service.purging import Purging
    from .service.records import Records
    from .service.reindex import Reindexing
    from .service.uses import Uses
    from .store.forms import FormRepository
    from .store.records import RecordRepository
    from .store.uploads import UploadRepository


class TenantCompany:
    """The company as tenancy and directory know it."""

    def org(self, work: UnitOfWork) -> Org:
        from ..directory import api as directory

        return directory.org(work)

    def actor_ids(self, work: UnitOfWork, member_id: str, name: str) -> frozenset[str]:
        from ..directory import api as directory
        from ..directory.actor_ids import actor_ids

        return actor_ids(directory.org(work), member_id)(name)

    def zone(self, work: UnitOfWork) -> tzinfo:
        from zoneinfo import ZoneInfo

        from ..tenancy import api as tenancy

        return ZoneInfo(tenancy.get_tenant(work).zone)

    def language(self, work: UnitOfWork) -> str:
        from ..tenancy import api as tenancy

        return tenancy.get_tenant(work).language

    def audit(self, work: UnitOfWork, action: str, form_id: str, before: Any, after: Any) -> None:
        from ..tenancy import api as tenancy

        tenancy.audit(work, action, "form", form_id, before=before, after=after)

    def hold_org(self, work: UnitOfWork) -> None:
        from ..directory import api as directory

        directory.hold_org(work)

    def form_published(self, work: UnitOfWork) -> None:
        from ..directory import api as directory

        directory.tick_step(work, "form_published")


class AllFieldUsers:
    """Everything that is built on fields."""

    def uses_of_fields(self, work: UnitOfWork, flow_id: str, field_ids: Collection[str]) -> Sequence[FieldUse]:
        return [use for each in every(FIELD_USERS) for use in each.uses_of_fields(work, flow_id, field_ids)]


@cache
def form_repository() -> FormRepository:
    from ..aws.table import table
    from ..edge import apart
    from .store.forms import FormRepository

    return FormRepository(table, apart)


@cache
def record_repository() -> RecordRepository:
    from ..aws.table import table
    from .store.records import RecordRepository

    return RecordRepository(table)


@cache
def upload_repository() -> UploadRepository:
    from ..aws.table import table
    from .store.uploads import UploadRepository

    return UploadRepository(table)


@cache
def company() -> TenantCompany:
    return TenantCompany()


@cache
def forms() -> Forms:
    from .service.forms import Forms

    return Forms(
        form_repository(), record_repository(), company(), users=AllFieldUsers(), places=places(), steps=publish_steps()
    )


@cache
def places() -> Places:
    from ..apps import api as apps
    from .service.places import Places

    return Places(form_repository(), apps, company())


def contents_of_apps() -> Contents:
    """The port of apps: which forms an app holds."""
    from .service.places import AppContents

    return AppContents(form_repository(), forms())


@cache
def uses() -> Uses:
    from .service.uses import Uses

    return Uses(form_repository())


def references() -> References:
    """The directory's port: where forms name its roles, departments and members."""
    return uses()


def read_changes(work: UnitOfWork, number: int | None, limit: int) -> Changes:
    from ..aws import changelog

    return changelog.read(work, number, limit)


@cache
def attachments() -> Attachments:
    from ..aws import blobs
    from .service.attachments import Attachments

    return Attachments(form_repository(), upload_repository(), blobs, company())


@cache
def entrance() -> Entrance:
    from .service.entrance import Entrance

    return Entrance(form_repository(), record_repository(), company())


@cache
def publish_steps() -> tuple[PublishStep, ...]:
    """What publishing a form has to know and write of other forms, in this order."""
    from .service.publishing.links import LinksPublished

    return (LinksPublished(form_repository()),)


@cache
def aspects() -> tuple[Aspect, ...]:
    """What else saving a record checks, fills in and writes, in this order."""
    return ()


@cache
def records() -> Records:
    from .service.records import Records

    return Records(form_repository(), record_repository(), attachments(), company(), entrance(), aspects=aspects())


@cache
def lists() -> Lists:
    from ..aws.table import table
    from .service.lists import Lists
    from .store.entries import EntryRepository

    return Lists(form_repository(), record_repository(), EntryRepository(table), company(), entrance())


def asked(query: Mapping[str, Any]) -> Asked:
    """The question of a list's query parameters."""
    from .service.lists import Asked

    return Asked(query.get("sort", ""), query.get("filter", ""), query.get("q", ""))


@cache
def reindexing() -> Reindexing:
    from .service.reindex import Reindexing

    return Reindexing(form_repository(), record_repository(), company())


@cache
def purging() -> Purging:
    from ..aws import blobs
    from .service.purging import Purging

    return Purging(record_repository(), upload_repository(), blobs)
