"""The routes of forms."""

from . import attachments, balances, forms, links, merging, pulled, records, rollups, stages

BLUEPRINTS = (
    forms.routes,
    records.routes,
    merging.routes,
    links.routes,
    pulled.routes,
    rollups.routes,
    attachments.routes,
    stages.routes,
    balances.routes,
)
