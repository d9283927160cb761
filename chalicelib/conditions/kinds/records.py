"""Several records, by id."""

from .base import Kind


class Records(Kind):
    name = "records"
    several = True
    members = True


KIND = Records()
