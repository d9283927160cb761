"""Which adapter stands behind which port of flows."""

from functools import cache

from ..aws import executions
from ..aws.table import table
from ..directory import api as directory
from ..forms import api as forms
from ..kernel.work import Work
from ..tenancy import api as tenancy
from .service.applying import Applying
from .service.flows import Flows
from .service.handover import Handover
from .service.lists import Lists
from .service.machine import Machine
from .service.runs import Runs
from .service.specs import Specs
from .store import FlowRows, ListRows, RunRows


@cache
def flow_rows() -> FlowRows:
    return FlowRows(table)


@cache
def run_rows() -> RunRows:
    return RunRows(table)


@cache
def list_rows() -> ListRows:
    return ListRows(table)


@cache
def specs() -> Specs:
    return Specs(flow_rows())


@cache
def applying() -> Applying:
    return Applying(run_rows(), list_rows(), forms)


@cache
def flows() -> Flows:
    return Flows(flow_rows(), forms, directory, tenancy.audit)


@cache
def runs() -> Runs:
    return Runs(
        runs=run_rows(),
        flows=flow_rows(),
        specs=specs(),
        applying=applying(),
        forms=forms,
        directory=directory,
        language=company_language,
    )


def company_language(work: Work) -> str:
    return tenancy.get_tenant(work).language


@cache
def lists() -> Lists:
    return Lists(list_rows())


@cache
def machine() -> Machine:
    return Machine(run_rows(), specs(), applying(), directory, executions)


@cache
def handover() -> Handover:
    return Handover(
        lists=list_rows(),
        runs=run_rows(),
        specs=specs(),
        applying=applying(),
        directory=directory,
        machine=machine(),
    )
