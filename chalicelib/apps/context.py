"""What apps declare of themselves."""

from ..kernel.contexts import Context
from . import http

CONTEXT = Context("apps", blueprints=(http.routes,), publishes_events=True)
