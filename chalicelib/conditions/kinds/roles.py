"""The roles of a member, by id."""

from .base import Kind


class Roles(Kind):
    name = "roles"
    several = True
    members = True


KIND = Roles()
