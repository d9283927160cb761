"""A colleague, or several. The default `@me` is whoever makes the record."""

from ._people import PeopleType

ME = "@me"


class Member(PeopleType):
    type = "member"
    refers_to = "member"
    not_an_id = "not_a_member"


FIELD_TYPE = Member()
