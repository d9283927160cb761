"""Where definitions name roles, departments, positions and members, and who may hand over what roles read.

The definitions are kept by upper contexts; the directory only asks for the places (`service.ports.UsesOf`).
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from ...kernel.actor import Actor
from ...kernel.errors import FieldError
from .errors import BeyondOwnRights, InUse
from .permissions import ADMINISTRATOR, RECORDS_READ_ALL

READ_ALL, EDIT_ALL = "read_all", "edit_all"
"""Places of a form that give the named roles all of its records, to read or to change."""

_CODES = {
    ("form", "submit"): ("used_form_submit", "used_form_submit_draft"),
    ("form", READ_ALL): ("used_form_read_all", "used_form_read_all_draft"),
    ("form", EDIT_ALL): ("used_form_edit_all", "used_form_edit_all_draft"),
    ("form", "default"): ("used_form_default", "used_form_default_draft"),
    ("form", "movers"): ("used_form_movers", "used_form_movers_draft"),
    ("flow", "starters"): ("used_flow_starters", "used_flow_starters_draft"),
    ("flow", "approvers"): ("used_flow_approvers", "used_flow_approvers_draft"),
    ("flow", "recipients"): ("used_flow_recipients", "used_flow_recipients_draft"),
    ("flow", "condition"): ("used_flow_condition", "used_flow_condition_draft"),
}
"""What each place is called: of what is in use, and of a draft."""


class Use(NamedTuple):
    """One place that names `named`.

    `kind` is `form` or `flow`; `id`, `name` are its own. `place` is `submit`, `read_all`, `edit_all`, `default` or
    `movers` of a form, `starters`, `approvers`, `recipients` or `condition` of a flow; `part` names its field or node,
    if it has one. `draft`: the published version does not name it. `vital`: records are refused once nobody stands
    there.
    """

    named: str
    kind: str
    id: str
    name: str
    place: str
    part: str = ""
    draft: bool = False
    vital: bool = False

    def doc(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "id": self.id,
            "name": self.name,
            "place": self.place,
            "part": self.part,
            "draft": self.draft,
        }

    def fault(self) -> FieldError:
        code = _CODES[self.kind, self.place][self.draft]
        return FieldError.of("", code, name=self.name, part=self.part, id=self.id)


def check_unused(name: str, uses: Iterable[Use]) -> None:
    """Raises InUse, which says where."""
    found = list(uses)
    if found:
        raise InUse(fields=[use.fault() for use in found], name=name, uses=[use.doc() for use in found])


def unproven(actor: Actor, role_ids: frozenset[str]) -> frozenset[str]:
    """Roles of which the actor must hold what forms give them, before giving them to somebody. What they hold as a role
    themself, they hold; and an administrator holds everything.
    """
    return frozenset() if actor.may(ADMINISTRATOR) else role_ids - actor.role_ids


def check_grants(actor: Actor, uses: Iterable[Use]) -> None:
    """Of the uses of `unproven` roles: nobody gives one that reads or changes all records of a form unless they may
    themself. Raises BeyondOwnRights.
    """
    for use in uses:
        gives = not use.draft and use.place in (READ_ALL, EDIT_ALL)
        if gives and not (use.place == READ_ALL and actor.may(RECORDS_READ_ALL)):
            raise BeyondOwnRights()
