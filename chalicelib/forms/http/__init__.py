"""The routes of forms."""

from . import attachments, forms, links, records

BLUEPRINTS = (forms.routes, records.routes, links.routes, attachments.routes)
