"""One person, by id."""

from .base import Kind


class Member(Kind):
    name = "member"
    members = True
    actors = ("me", "subordinates")


KIND = Member()
