"""What jobs declare of themselves."""

from ..edge import functions_of
from ..kernel.contexts import Context
from ..kernel.extensions import ready
from ..tenancy.extensions import SWEEPERS
from . import http, reactions

CONTEXT = Context(
    "jobs",
    blueprints=(http.routes,),
    functions=functions_of(reactions),
    provides=((SWEEPERS, ready(reactions.restart_stalled)),),
)
