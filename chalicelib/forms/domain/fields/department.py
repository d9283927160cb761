"""A department, or several."""

from ._people import PeopleType


class Department(PeopleType):
    type = "department"
    refers_to = "department"
    not_an_id = "not_a_department"


FIELD_TYPE = Department()
