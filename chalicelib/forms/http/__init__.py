"""The routes of forms."""

from . import attachments, balances, forms, links, pulled, records, rights, rollups, stages

BLUEPRINTS = (
    forms.routes,
    records.routes,
    links.routes,
    pulled.routes,
    rollups.routes,
    rights.routes,
    attachments.routes,
    stages.routes,
    balances.routes,
)
