"""A province, city or district by its codes from the top, so that `has` finds it by any of them."""

from .base import Kind


class Region(Kind):
    name = "region"
    several = True
    members = True
    blank_operand = False


KIND = Region()
