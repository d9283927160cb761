"""The routes of forms."""

from . import attachments, balances, forms, links, pulled, records, stages

BLUEPRINTS = (
    forms.routes,
    records.routes,
    links.routes,
    pulled.routes,
    attachments.routes,
    stages.routes,
    balances.routes,
)
