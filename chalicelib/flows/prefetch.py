"""Which rows the use cases of flows read, so that they come with the session's in one batch."""

from collections.abc import Mapping

from ..directory import prefetch as directory
from ..forms import prefetch as forms
from ..kernel.ids import base_id
from ..kernel.session import Claim
from ..kernel.unit_of_work import Key
from . import row_keys

Path = Mapping[str, str]


def flow(_: Claim, path: Path) -> tuple[Key, ...]:
    return (row_keys.flow(path["flow_id"]),)


def looking(_: Claim, path: Path) -> tuple[Key, ...]:
    """A run, and the organisation by which it says who comes next."""
    return row_keys.run(path["run_id"]), *directory.org()


def acting(_: Claim, path: Path) -> tuple[Key, ...]:
    """A run's id says which record it is of: one read brings all that a decision needs."""
    return row_keys.run(path["run_id"]), *forms.record(base_id(path["run_id"])), *directory.org()


def of_record(_: Claim, path: Path) -> tuple[Key, ...]:
    first = (row_keys.run(each) for each in row_keys.first_runs(path["record_id"]))
    return *first, *forms.record(path["record_id"]), *directory.org()
