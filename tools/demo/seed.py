"""Puts the demo company there, piece by piece; what is there already is left alone."""

from ..client import Company
from ..client import company as build


def seed(company: Company) -> None:
    if not company.admin.sign_in():
        build.sign_up(company)
    build.ensure_places(company)
    build.ensure_members(company)
    build.ensure_lines(company)
