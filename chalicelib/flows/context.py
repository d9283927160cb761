"""What flows declare of themselves."""

from ..directory.extensions import HANDOVER, REFERENCES
from ..edge import functions_of
from ..forms.extensions import FIELD_USERS
from ..jobs.extensions import KINDS as JOB_KINDS
from ..kernel.contexts import Context, Permission
from ..kernel.extensions import ready
from . import http, jobs, reactions, state_machine_tasks, wiring
from .http.flows import BUILD
from .job_kinds import KINDS

CONTEXT = Context(
    "flows",
    blueprints=http.BLUEPRINTS,
    functions=functions_of(reactions, state_machine_tasks, jobs),
    permissions=(Permission(BUILD, {"zh-CN": "搭建流程", "en": "Build flows"}, builds=True),),
    publishes_events=True,
    provides=(
        (HANDOVER, wiring.for_directory),
        (REFERENCES, wiring.references),
        (FIELD_USERS, wiring.for_forms),
        *((JOB_KINDS, ready(kind)) for kind in KINDS),
    ),
)
