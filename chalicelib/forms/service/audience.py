"""Whether a form is open to whoever acts. The organisation is read only for forms that name departments."""

from ...kernel.unit_of_work import UnitOfWork
from ..domain import access
from ..domain.definition import Access, Form
from .ports import Company


def may_submit_now(company: Company, work: UnitOfWork, form: Form) -> bool:
    return opens_to(company, work, form.access)


def opens_to(company: Company, work: UnitOfWork, rules: Access) -> bool:
    return access.may_submit(rules, work.actor, _departments(company, work, rules))


def _departments(company: Company, work: UnitOfWork, rules: Access) -> frozenset[str]:
    """The actor's department and all above it."""
    if not rules.submit.departments:
        return frozenset()
    org = company.org(work)
    member = org.members.get(work.actor.member_id)
    return frozenset(each.id for each in org.upwards(member.department_id)) if member else frozenset()
