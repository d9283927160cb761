"""What notifications declare of themselves."""

from ..edge import functions_of
from ..kernel.contexts import Context
from . import http, reactions

CONTEXT = Context("notifications", blueprints=(http.routes,), functions=functions_of(reactions))
