"""What identity declares of itself. Its events name people who did not ask to be named, so nobody may subscribe."""

from ..edge import functions_of
from ..kernel.contexts import Context
from . import http, reactions

CONTEXT = Context("identity", blueprints=(http.routes,), functions=functions_of(reactions))
