"""What flows declare of themselves."""

from ..directory.extensions import HANDOVER, REFERENCES
from ..edge import functions_of
from ..forms.extensions import FIELD_USERS
from ..kernel.contexts import Context, Permission
from . import http, jobs, reactions, state_machine_tasks, wiring
from .http.flows import BUILD

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
    ),
)
