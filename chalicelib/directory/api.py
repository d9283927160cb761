"""The calls that other contexts may make. All record on `work`; none commits."""

from ..kernel.work import Key, Work
from . import wiring
from .domain.permissions import PERMISSION_IDS, builtin_role_id
from .org import ADMINISTRATOR, Department, Org, OrgMember, Position, Role
from .service.ports import Handover
from .store import HEAD

__all__ = [
    "ADMINISTRATOR",
    "PERMISSION_IDS",
    "Department",
    "Handover",
    "Org",
    "OrgMember",
    "Position",
    "Role",
    "builtin_role_id",
    "org",
    "org_head_key",
    "tick_step",
    "use_handover",
]


def org(work: Work) -> Org:
    """The organisation of the actor's tenant, as of now. Cached in the process under the version of its head, which a
    signed-in request has read already: then it costs no call. Raises Contended if it changes while being read.
    """
    return wiring.orgs().get(work)


def org_head_key() -> Key:
    """The row whose version is the organisation's. `work.require` it to decide only on the org that was seen."""
    return HEAD


def tick_step(work: Work, step: str) -> None:
    """Mark a first step of the company (`form_published`, `flow_published`, `record_submitted`) done; again is nothing,
    and costs nothing once this process has seen it done.
    """
    wiring.first_steps().tick(work, step)


def use_handover(handover: Handover) -> None:
    """Say what open to-dos a member has, and how they change hands. Called once, by the context that keeps them."""
    wiring.use_handover(handover)
