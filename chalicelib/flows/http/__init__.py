"""Flows over HTTP: one Blueprint a topic, gathered in `BLUEPRINTS` for `context.py`."""

from . import flows, lists, runs

BLUEPRINTS = (flows.routes, runs.routes, lists.routes)
