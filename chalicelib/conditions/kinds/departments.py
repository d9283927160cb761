"""Several departments, by id."""

from .base import Kind


class Departments(Kind):
    name = "departments"
    several = True
    members = True
    actors = ("department", "department_and_below")


KIND = Departments()
