"""The directory over HTTP: one Blueprint a topic, gathered in `BLUEPRINTS` for `context.py`."""

from . import calendars, delegations, departments, invitations, members, roles, sign_up

BLUEPRINTS = (
    sign_up.routes,
    members.routes,
    invitations.routes,
    departments.routes,
    roles.routes,
    calendars.routes,
    delegations.routes,
)
