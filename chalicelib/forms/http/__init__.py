"""The routes of forms."""

from . import attachments, balances, duplicates, forms, links, pulled, records, rollups, stages

BLUEPRINTS = (
    forms.routes,
    records.routes,
    links.routes,
    pulled.routes,
    rollups.routes,
    attachments.routes,
    stages.routes,
    balances.routes,
    duplicates.routes,
)
