"""The worker of all jobs, and the periodic look for those whose message was lost."""

from ..edge import apart, consumer
from ..edge.observe import logger
from ..kernel.events import Envelope
from ..kernel.unit_of_work import UnitOfWork
from . import wiring


@consumer("jobs.run")
def run_jobs(work: UnitOfWork, envelope: Envelope) -> None:
    """Shares of the job that the event names, for as long as there is time."""
    wiring.runner().run(work, envelope.data["job_id"], envelope.data["epoch"])


def restart_stalled(work: UnitOfWork) -> None:
    """Of the company that `work` is for: jobs that have not moved for long get a new message."""
    for job_id in wiring.jobs().stalled(work):
        logger.warning("job restarted", extra={"tenant": work.actor.tenant_id, "job": job_id})
        apart(work, lambda own, job_id=job_id: wiring.jobs().restart(own, job_id))  # type: ignore[misc]
