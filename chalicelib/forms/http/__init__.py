"""The routes of forms."""

from . import attachments, balances, forms, records

BLUEPRINTS = (forms.routes, records.routes, attachments.routes, balances.routes)
