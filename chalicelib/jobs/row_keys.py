"""The keys of the rows of jobs."""

from ..kernel.ids import derived_id
from ..kernel.unit_of_work import Key

LISTED = "jobs"
ACTIVE = "jobs#active"


def job(job_id: str) -> Key:
    return Key(f"job#{job_id}", "state")


def listed(job_id: str) -> Key:
    """An entry of the list, without log and parameters."""
    return Key(LISTED, job_id)


def active(job_id: str) -> Key:
    """Of those that are queued or running: where the sweeper looks for jobs whose message was lost."""
    return Key(ACTIVE, job_id)


def named(kind: str, name: str) -> Key:
    """Which job was last started under a name that only one may work under at a time."""
    return Key("job_name#" + derived_id(kind, name), "job")
