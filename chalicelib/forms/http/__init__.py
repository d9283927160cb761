"""The routes of forms."""

from . import attachments, forms, links, pulled, records

BLUEPRINTS = (forms.routes, records.routes, links.routes, pulled.routes, attachments.routes)
