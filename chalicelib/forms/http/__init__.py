"""The routes of forms."""

from . import attachments, forms, records

BLUEPRINTS = (forms.routes, records.routes, attachments.routes)
