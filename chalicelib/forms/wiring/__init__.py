"""Which adapter stands behind which port of forms. A part with much of its own to wire has its module here."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from ...kernel.extensions import every
from ...kernel.unit_of_work import UnitOfWork
from ..extensions import BESIDE_RECORDS, FIELD_USERS

if TYPE_CHECKING:
    from ...apps.service import Contents
    from ...aws.changelog import Changes
    from ...directory.api import References
    from ...edge import Listener
    from ..service.attachments import Attachments
    from ..service.balance_moves import BalanceMoves
    from ..service.balances import Balances
    from ..service.candidates import Candidates, Wanted
    from ..service.children import Children
    from ..service.entering_balances import EnteringBalances
    from ..service.entrance import Entrance
    from ..service.figure_check import FigureCheck
    from ..service.following import Following
    from ..service.forms import Forms
    from ..service.link_titles import LinkTitles
    from ..service.linked_forms import LinkedForms
    from ..service.lists import Asked, Lists
    from ..service.places import Places
    from ..service.ports import FieldUse
    from ..service.pulling import Pulling
    from ..service.purging import Purging
    from ..service.records import Records
    from ..service.recounting import Recounting
    from ..service.reindex import Reindexing
    from ..service.restaging import Restaging
    from ..service.rollups import Rollups
    from ..service.stages import Stages
    from ..service.unlinking import Unlinking
    from ..service.uses import Uses
    from ..store.balances import BalanceRepository
    from ..store.forms import FormRepository
    from ..store.records import RecordRepository
    from ..store.rollups import RollupRepository
    from ..store.stages import StageMoveRepository
    from ..store.uploads import UploadRepository
    from ..tenant_company import TenantCompany


class AllFieldUsers:
    """Everything that is built on fields."""

    def uses_of_fields(self, work: UnitOfWork, flow_id: str, field_ids: Collection[str]) -> Sequence[FieldUse]:
        return [use for each in every(FIELD_USERS) for use in each.uses_of_fields(work, flow_id, field_ids)]


@cache
def form_repository() -> FormRepository:
    from ...aws.table import table
    from ...edge import apart
    from ..store.forms import FormRepository

    return FormRepository(table, apart)


@cache
def record_repository() -> RecordRepository:
    from ...aws.table import table
    from ..store.records import RecordRepository

    return RecordRepository(table, lambda work, form_id: form_repository().form(work, form_id).definition)


@cache
def listener() -> Listener:
    """Of a company without roll-ups no event is carried to `roll_up`."""
    from ...edge import Listener

    return Listener("roll_ups", lambda work: bool(rollup_repository().forms(work)))


@cache
def rollup_repository() -> RollupRepository:
    from ...aws.table import table
    from ..store.rollups import RollupRepository

    return RollupRepository(table)


@cache
def upload_repository() -> UploadRepository:
    from ...aws.table import table
    from ..store.uploads import UploadRepository

    return UploadRepository(table)


@cache
def stage_history() -> StageMoveRepository:
    from ...aws.table import table
    from ..store.stages import StageMoveRepository

    return StageMoveRepository(table)


@cache
def company() -> TenantCompany:
    from ..tenant_company import TenantCompany

    return TenantCompany()


@cache
def forms() -> Forms:
    from ..service.forms import Forms
    from .saving import publish_steps

    return Forms(
        form_repository(), record_repository(), company(), users=AllFieldUsers(), places=places(), steps=publish_steps()
    )


@cache
def places() -> Places:
    from ...apps import api as apps
    from ..service.places import Places

    return Places(form_repository(), apps, company())


def contents_of_apps() -> Contents:
    """The port of apps: which forms an app holds."""
    from ..service.places import AppContents

    return AppContents(form_repository(), forms())


@cache
def uses() -> Uses:
    from ..service.uses import Uses

    return Uses(form_repository())


def references() -> References:
    """The directory's port: where forms name its roles, departments and members."""
    return uses()


def read_changes(work: UnitOfWork, number: int | None, limit: int) -> Changes:
    from ...aws import changelog

    return changelog.read(work, number, limit)


@cache
def attachments() -> Attachments:
    from ...aws import blobs
    from ..service.attachments import Attachments

    return Attachments(form_repository(), upload_repository(), blobs, company())


@cache
def entrance() -> Entrance:
    from ..service.entrance import Entrance

    return Entrance(form_repository(), record_repository(), company())


@cache
def records() -> Records:
    from ..service.records import Records
    from .saving import aspects

    return Records(form_repository(), record_repository(), attachments(), company(), entrance(), aspects=aspects())


def enter_children(work: UnitOfWork, record_id: str, places: Sequence[Sequence[str]]) -> None:
    record_repository().enter_children(work, record_id, places)


@cache
def following() -> Following:
    from ..service.following import Following

    return Following(form_repository(), record_repository(), records(), company())


@cache
def pulling() -> Pulling:
    from ..service.pulling import Pulling

    return Pulling(form_repository(), record_repository(), company(), entrance())


@cache
def unlinking() -> Unlinking:
    from ..service.unlinking import Unlinking

    return Unlinking(form_repository(), record_repository(), entrance(), records)


@cache
def link_titles() -> LinkTitles:
    from ..service.link_titles import LinkTitles
    from .saving import hidden_token

    return LinkTitles(form_repository(), entrance(), hidden_token)


@cache
def children() -> Children:
    from ...aws.table import table
    from ..service.children import Children
    from ..store.entries import EntryRepository

    return Children(form_repository(), record_repository(), EntryRepository(table), company(), entrance())


@cache
def candidates() -> Candidates:
    from ...aws.table import table
    from ..service.candidates import Candidates
    from ..store.entries import EntryRepository

    return Candidates(form_repository(), record_repository(), EntryRepository(table), entrance(), forms())


@cache
def stages() -> Stages:
    from ..service.stages import Stages

    return Stages(form_repository(), records(), entrance(), stage_history(), company())


@cache
def restaging() -> Restaging:
    from ..service.restaging import Restaging

    return Restaging(form_repository(), record_repository(), records())


@cache
def lists() -> Lists:
    from ...aws.table import table
    from ..service.lists import Lists
    from ..store.entries import EntryRepository

    return Lists(form_repository(), record_repository(), EntryRepository(table), company(), entrance())


def asked(query: Mapping[str, Any]) -> Asked:
    """The question of a list's query parameters."""
    from ..service.lists import Asked

    return Asked(query.get("sort", ""), query.get("filter", ""), query.get("q", ""))


def wanted(query: Mapping[str, Any]) -> Wanted:
    """The question for candidates of query parameters. Raises ListInvalid."""
    from ..service.candidates import wanted

    return wanted(query.get("q", ""), query.get("values", ""), query.get("form", ""))


@cache
def balance_repository() -> BalanceRepository:
    from ...aws.table import table
    from ..store.balances import BalanceRepository

    return BalanceRepository(table)


@cache
def balance_moves() -> BalanceMoves:
    from ..service.balance_moves import BalanceMoves

    return BalanceMoves(record_repository(), balance_repository(), company(), entrance())


@cache
def balances() -> Balances:
    from ..service.balances import Balances

    return Balances(form_repository(), balance_repository(), balance_moves(), company(), entrance())


@cache
def entering_balances() -> EnteringBalances:
    from ..service.entering_balances import EnteringBalances

    return EnteringBalances(form_repository(), record_repository(), balance_moves())


@cache
def reindexing() -> Reindexing:
    from ..service.reindex import Reindexing

    return Reindexing(form_repository(), record_repository(), company())


@cache
def rollups() -> Rollups:
    from ..service.rollups import Rollups

    return Rollups(form_repository(), record_repository(), rollup_repository(), company())


@cache
def recounting() -> Recounting:
    from ...edge import apart
    from ..service.recounting import Recounting

    return Recounting(form_repository(), record_repository(), rollup_repository(), rollups(), apart)


@cache
def linked_forms() -> LinkedForms:
    from ..service.linked_forms import LinkedForms

    return LinkedForms(form_repository())


@cache
def figure_check() -> FigureCheck:
    from random import random

    from ..job_kinds.recount import start_for
    from ..service.figure_check import FigureCheck

    parts = form_repository(), record_repository(), rollup_repository(), recounting()
    return FigureCheck(*parts, mend=start_for, chance=random)


def tenant_ids(work: UnitOfWork, start: str) -> Iterator[str]:
    """All companies, each once, beginning with the first from `start` on."""
    from itertools import chain, takewhile

    from ...tenancy import api as tenancy

    return chain(tenancy.tenant_ids(work, start), takewhile(lambda each: each < start, tenancy.tenant_ids(work)))


@cache
def purging() -> Purging:
    from ...aws import blobs
    from ..service.purging import Purging

    return Purging(record_repository(), upload_repository(), blobs, stage_history(), lambda: every(BESIDE_RECORDS))
