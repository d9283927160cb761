"""Several people, by id."""

from .base import Kind


class Members(Kind):
    name = "members"
    several = True
    members = True
    actors = ("me", "subordinates")


KIND = Members()
