"""Links to other forms: they lead to forms that are there, and these find who links to them (`FormStore.inbound`)."""

from collections.abc import Iterator

from ....conditions.reader import leaves
from ....kernel.errors import FieldError
from ....kernel.unit_of_work import UnitOfWork
from ...domain.definition import Definition
from ...domain.errors import FormNotFound
from ...domain.fields import type_of
from ...domain.filter_kinds import SYSTEM
from ...domain.form_state import Head
from ...domain.link_filter import filter_faults
from ...domain.link_options import CASCADE
from ...domain.linking import Link, links_of, own_fields
from ..ports import FormStore
from .publish_step import PublishStep

MOST_LEADS = 50
"""Forms that the links of one form lead to, each counted for each link: one row each, written at publishing."""


class LinksPublished(PublishStep):
    def __init__(self, forms: FormStore) -> None:
        self._forms = forms

    def problems(self, work: UnitOfWork, head: Head, definition: Definition) -> Iterator[FieldError]:
        links = links_of(definition)
        if sum(len(link.forms) for link in links) > MOST_LEADS:
            yield FieldError.of("/fields", "too_many_link_forms", limit=MOST_LEADS)
        for link in links:
            yield from self._faults(work, head, definition, link)
        if head.version:
            yield from self._missed_by_links(work, head, definition)

    def published(self, work: UnitOfWork, head: Head, before: Definition | None, after: Definition) -> None:
        if links_of(after) or (before and links_of(before)):
            self._forms.enter_links(work, head.id, before, after)

    def _faults(self, work: UnitOfWork, head: Head, definition: Definition, link: Link) -> Iterator[FieldError]:
        options = f"{place_of(definition, link)}/options"
        if link.lines and link.on_delete == CASCADE:
            yield FieldError.of(f"{options}/on_delete", "link_cascade_column")
        for index, form_id in enumerate(link.forms):
            if form_id != head.id and not self._is_published(work, form_id):
                yield FieldError.of(f"{options}/forms/{index}", "link_no_form")
            elif len(link.forms) == 1:
                target = definition if form_id == head.id else self._forms.form(work, form_id).definition
                yield from _beside(definition, link, target, options)

    def _missed_by_links(self, work: UnitOfWork, head: Head, definition: Definition) -> Iterator[FieldError]:
        """Fields that this version drops though a link of another form shows them or compares with them."""
        before = self._forms.definition(work, head.id, head.version).by_id
        lost = before.keys() - definition.by_id.keys()
        for inbound in self._forms.inbound(work, head.id) if lost else ():
            if inbound.form_id == head.id:
                continue
            form = self._forms.form(work, inbound.form_id)
            link = next((each for each in links_of(form.definition) if each.path == inbound.path), None)
            for name in sorted(lost & _used(link)) if link else ():
                params = {"field": before[name].label(work.actor.language), "form": form.label(work.actor.language)}
                yield FieldError.of("/fields", "field_used_by_link", **params)

    def _is_published(self, work: UnitOfWork, form_id: str) -> bool:
        """Who publishes sees every form of the company."""
        try:
            return self._forms.head(work, form_id).version > 0
        except FormNotFound:
            return False


def _used(link: Link) -> set[str]:
    """The fields of the target that the settings of a link name."""
    asked = {str(test["field"]) for test in leaves(link.field.options.get("filter"))}
    return asked | set(link.field.options.get("columns", ()))


def _beside(definition: Definition, link: Link, target: Definition, options: str) -> Iterator[FieldError]:
    """What the settings say of the fields of the one form that is linked."""
    for index, name in enumerate(link.field.options.get("columns", ())):
        field = SYSTEM.get(name) or target.by_id.get(name)
        if field is None or not type_of(field).may_be_listed:
            yield FieldError.of(f"{options}/columns/{index}", "link_column", id=name)
    condition = link.field.options.get("filter")
    if condition:
        yield from filter_faults(condition, target, own_fields(definition, link), f"{options}/filter")


def place_of(definition: Definition, link: Link) -> str:
    """The path of the link's field in the definition: `/fields/3`, `/fields/3/options/columns/0`."""
    ids = [field.id for field in definition.fields]
    if not link.lines:
        return f"/fields/{ids.index(link.field.id)}"
    rows = definition.fields[ids.index(link.lines)]
    column = [each.id for each in rows.columns].index(link.field.id)
    return f"/fields/{ids.index(link.lines)}/options/columns/{column}"
