"""Which adapter stands behind which port of flows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from ..kernel.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from ..directory.api import Handover as DirectoryHandover
    from ..directory.api import References
    from ..forms.api import FieldUsers
    from .engine import Environment
    from .service.effect_writer import EffectWriter
    from .service.executions import RunExecutions
    from .service.flows import Flows
    from .service.handover import Handover
    from .service.lists import Lists
    from .service.runs import Runs
    from .service.specs import Specs
    from .service.uses import Uses
    from .store import FlowRepository, ListRepository, RunRepository


@cache
def flow_repository() -> FlowRepository:
    from ..aws.table import table
    from .store import FlowRepository

    return FlowRepository(table)


@cache
def run_repository() -> RunRepository:
    from ..aws.table import table
    from .store import RunRepository

    return RunRepository(table)


@cache
def list_repository() -> ListRepository:
    from ..aws.table import table
    from .store import ListRepository

    return ListRepository(table)


@cache
def specs() -> Specs:
    from .service.specs import Specs

    return Specs(flow_repository())


@cache
def effect_writer() -> EffectWriter:
    from ..forms import api as forms
    from .service.effect_writer import EffectWriter

    return EffectWriter(run_repository(), list_repository(), forms)


@cache
def flows() -> Flows:
    from ..directory import api as directory
    from ..forms import api as forms
    from ..tenancy import api as tenancy
    from .service.flows import Flows

    return Flows(flow_repository(), forms, directory, tenancy.audit)


@cache
def runs() -> Runs:
    from ..directory import api as directory
    from ..forms import api as forms
    from .service.runs import Runs

    return Runs(
        runs=run_repository(),
        flows=flow_repository(),
        specs=specs(),
        effect_writer=effect_writer(),
        forms=forms,
        directory=directory,
        environment=environment,
        language=company_language,
    )


def environment(work: UnitOfWork) -> Environment:
    from zoneinfo import ZoneInfo

    from ..directory import api as directory
    from ..tenancy import api as tenancy
    from .engine import Environment

    return Environment(directory.org(work), work.at, ZoneInfo(tenancy.get_tenant(work).zone))


def company_language(work: UnitOfWork) -> str:
    from ..tenancy import api as tenancy

    return tenancy.get_tenant(work).language


def tenant_ids(work: UnitOfWork, start: str) -> Iterator[str]:
    from ..tenancy import api as tenancy

    return tenancy.tenant_ids(work, start)


@cache
def lists() -> Lists:
    from ..forms import api as forms
    from .service.lists import Lists

    return Lists(list_repository(), forms)


@cache
def run_executions() -> RunExecutions:
    from ..aws import executions
    from .service.executions import RunExecutions

    return RunExecutions(run_repository(), specs(), effect_writer(), environment, executions)


@cache
def handover() -> Handover:
    from .service.handover import Handover

    return Handover(
        lists=list_repository(),
        runs=run_repository(),
        specs=specs(),
        effect_writer=effect_writer(),
        environment=environment,
    )


@cache
def uses() -> Uses:
    from .service.uses import Uses

    return Uses(flow_repository())


def references() -> References:
    """The directory's port: where flows name its roles, departments and members."""
    return uses()


def for_directory() -> DirectoryHandover:
    """The directory's port: what a member has to do, and how it changes hands."""
    from . import api

    return api


def for_forms() -> FieldUsers:
    """The port of forms: where flows use fields."""
    from . import api

    return api
