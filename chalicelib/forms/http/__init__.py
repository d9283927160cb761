"""The routes of forms."""

from . import attachments, balances, forms, links, records

BLUEPRINTS = (forms.routes, records.routes, links.routes, attachments.routes, balances.routes)
