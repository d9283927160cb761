"""The routes of forms."""

from . import (
    attachments,
    balances,
    designing,
    duplicates,
    exports,
    forms,
    imports,
    links,
    merging,
    pulled,
    queries,
    records,
    rights,
    rollups,
    saved_views,
    stages,
)

BLUEPRINTS = (
    forms.routes,
    designing.routes,
    records.routes,
    merging.routes,
    links.routes,
    queries.routes,
    exports.routes,
    pulled.routes,
    rollups.routes,
    rights.routes,
    attachments.routes,
    stages.routes,
    balances.routes,
    duplicates.routes,
    imports.routes,
    saved_views.routes,
)
