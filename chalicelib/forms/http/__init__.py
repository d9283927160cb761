"""The routes of forms."""

from . import attachments, forms, records, stages

BLUEPRINTS = (forms.routes, records.routes, attachments.routes, stages.routes)
