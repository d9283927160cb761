"""A department, or several."""

from ._people import PeopleType


class Department(PeopleType):
    type = "department"
    refers_to = "department"


FIELD_TYPE = Department()
