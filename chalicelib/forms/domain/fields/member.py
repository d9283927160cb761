"""A colleague, or several. The default `@me` is whoever makes the record."""

from typing import Any, ClassVar

from ..labels import Label
from ._people import PeopleType
from .base import Field, Moment

ME = "@me"


class Member(PeopleType):
    type = "member"
    takes_any_column = True
    words: ClassVar[Label] = {"zh-CN": "成员", "en": "member"}
    compare = "member"
    compare_several = "members"
    dynamic_default = ME
    refers_to = "member"
    not_an_id = "not_a_member"

    def made_default(self, field: Field, moment: Moment) -> Any:
        if field.default != ME:
            return field.default
        me = moment.member_id or None
        return [me] if me and field.options.get("multiple") else me


FIELD_TYPE = Member()
