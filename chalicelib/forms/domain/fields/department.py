"""A department, or several."""

from typing import ClassVar

from ..labels import Label
from ._people import PeopleType


class Department(PeopleType):
    type = "department"
    words: ClassVar[Label] = {"zh-CN": "部门", "en": "department"}
    compare = "department"
    compare_several = "departments"
    refers_to = "department"
    not_an_id = "not_a_department"


FIELD_TYPE = Department()
