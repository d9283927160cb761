"""One record, by id."""

from .base import Kind


class Record(Kind):
    name = "record"
    members = True


KIND = Record()
