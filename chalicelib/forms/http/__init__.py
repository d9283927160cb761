"""The routes of forms."""

from . import attachments, balances, forms, links, pulled, records, rollups, saved_views, stages

BLUEPRINTS = (
    forms.routes,
    records.routes,
    links.routes,
    pulled.routes,
    rollups.routes,
    attachments.routes,
    stages.routes,
    balances.routes,
    saved_views.routes,
)
