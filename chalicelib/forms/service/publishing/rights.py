"""Rights that lead from one form to another: who reads a customer reads its contacts. Who opens records of a form to
more people must be able to give those that open with them, too.
"""

from collections.abc import Iterator
from dataclasses import replace

from ....kernel.errors import FieldError
from ....kernel.unit_of_work import UnitOfWork
from ...access import giving
from ...access.checks import PLACE
from ...access.groups import Access, Group, read_access
from ...access.rows import through_of
from ...domain.definition import Definition, Form
from ...domain.form_state import Head
from ...domain.linking import links_of
from ..entrance import MOST_HOPS
from ..ports import FormStore
from .publish_step import PublishStep


class RightsPublished(PublishStep):
    def __init__(self, forms: FormStore) -> None:
        self._forms = forms

    def problems(self, work: UnitOfWork, head: Head, definition: Definition) -> Iterator[FieldError]:
        before = read_access(head.access)
        yield from self._wider_links(work, head, definition, before)
        if any(giving.gained(_rows_only(before), _rows_only(definition.access)).values()):
            for form, group in self._opened(work, head.id, 1, {head.id}):
                if not giving.may_give_group(form.access, group, work.actor):
                    label = form.label(work.actor.language)
                    yield FieldError.of("/access", "group_opens_other_form", form=label)
                    return

    def _wider_links(
        self, work: UnitOfWork, head: Head, definition: Definition, before: Access
    ) -> Iterator[FieldError]:
        """A link that leads to further forms opens records to whoever reads those."""
        old = self._forms.definition(work, head.id, head.version) if head.version else None
        led = {link.path: frozenset(link.forms) for link in links_of(old)} if old else {}
        leads = {link.path: frozenset(link.forms) for link in links_of(definition)}
        for index, group in enumerate(definition.access.groups):
            path = through_of(group.rows)
            grown = leads.get(path, frozenset()) - led.get(path, frozenset())
            if path and grown and not giving.may_give_group(before, group, work.actor):
                yield FieldError.of(f"{PLACE}/{index}", "group_beyond_own_rights")

    def _opened(self, work: UnitOfWork, form_id: str, hops: int, seen: set[str]) -> Iterator[tuple[Form, Group]]:
        """Groups of other forms whose records open with those of the form."""
        if hops > MOST_HOPS:
            return
        for link in self._forms.inbound(work, form_id):
            if link.form_id in seen:
                continue
            form = self._forms.form(work, link.form_id)
            groups = [group for group in form.access.groups if through_of(group.rows) == link.path]
            yield from ((form, group) for group in groups)
            if groups:
                yield from self._opened(work, link.form_id, hops + 1, {*seen, link.form_id})


def _rows_only(access: Access) -> Access:
    """The same without what is said of fields and actions: which records open to whom."""
    plain = tuple(replace(group, fields={}, actions=frozenset(), reveal=frozenset()) for group in access.groups)
    return replace(access, groups=plain)
