"""The routes of forms."""

from . import attachments, balances, exports, forms, links, pulled, queries, records, rollups, stages

BLUEPRINTS = (
    forms.routes,
    records.routes,
    links.routes,
    queries.routes,
    exports.routes,
    pulled.routes,
    rollups.routes,
    attachments.routes,
    stages.routes,
    balances.routes,
)
