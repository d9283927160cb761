"""The routes of forms."""

from . import attachments, forms, pulled, records

BLUEPRINTS = (forms.routes, records.routes, pulled.routes, attachments.routes)
