"""Flows over HTTP: one Blueprint a topic, gathered in `BLUEPRINTS` for `app.py`."""

from . import flows, lists, runs

BLUEPRINTS = (flows.routes, runs.routes, lists.routes)
