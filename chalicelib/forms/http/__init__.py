"""The routes of forms."""

from . import attachments, balances, forms, imports, links, pulled, records, rollups, stages

BLUEPRINTS = (
    forms.routes,
    records.routes,
    links.routes,
    pulled.routes,
    rollups.routes,
    attachments.routes,
    stages.routes,
    balances.routes,
    imports.routes,
)
