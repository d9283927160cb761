"""One department, by id."""

from .base import Kind


class Department(Kind):
    name = "department"
    members = True
    actors = ("department", "department_and_below")


KIND = Department()
