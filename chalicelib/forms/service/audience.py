"""Whether a form is open to whoever acts. The organisation is read only for forms that name departments."""

from ...kernel.unit_of_work import UnitOfWork
from ..access import giving
from ..access.groups import IMPORT, Access, Audience
from ..domain.definition import Form
from .entrance import Entrance
from .ports import Company


def may_submit_now(company: Company, work: UnitOfWork, form: Form) -> bool:
    return opens_to(company, work, form.access)


def may_import_now(entrance: Entrance, work: UnitOfWork, form: Form) -> bool:
    """Whether whoever acts may import into the form: records that they make, or may change."""
    return not form.archived and entrance.scope(work, form).may_anywhere(IMPORT)


def opens_to(company: Company, work: UnitOfWork, rules: Access) -> bool:
    return giving.may_submit(rules, work.actor, departments_of(company, work, rules.submit))


def reads_others(company: Company, work: UnitOfWork, rules: Access) -> bool:
    """Whether a group opens records of others to whoever acts."""
    named = [departments_of(company, work, group.audience) for group in rules.groups]
    return giving.reads_others(rules, work.actor, frozenset().union(*named))


def departments_of(company: Company, work: UnitOfWork, named: Audience) -> frozenset[str]:
    """The actor's departments and all above them; of none if no department is named."""
    if not named.departments:
        return frozenset()
    org = company.org(work)
    member = org.members.get(work.actor.member_id)
    return org.above(member.department_ids) if member else frozenset()
