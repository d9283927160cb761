"""The routes of forms."""

from . import (
    attachments,
    balances,
    designing,
    duplicates,
    forms,
    imports,
    links,
    pulled,
    records,
    rollups,
    saved_views,
    stages,
)

BLUEPRINTS = (
    forms.routes,
    designing.routes,
    records.routes,
    links.routes,
    pulled.routes,
    rollups.routes,
    attachments.routes,
    stages.routes,
    balances.routes,
    duplicates.routes,
    imports.routes,
    saved_views.routes,
)
