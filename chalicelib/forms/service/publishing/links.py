"""Links to other forms: they lead to forms that are there, and these find who links to them (`FormStore.inbound`)."""

from collections.abc import Iterator

from ....kernel.errors import FieldError
from ....kernel.unit_of_work import UnitOfWork
from ...domain.definition import Definition
from ...domain.errors import FormNotFound
from ...domain.form_state import Head
from ...domain.link_options import CASCADE
from ...domain.linking import Link, links_of
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

    def _is_published(self, work: UnitOfWork, form_id: str) -> bool:
        """Who publishes sees every form of the company."""
        try:
            return self._forms.head(work, form_id).version > 0
        except FormNotFound:
            return False


def place_of(definition: Definition, link: Link) -> str:
    """The path of the link's field in the definition: `/fields/3`, `/fields/3/options/columns/0`."""
    ids = [field.id for field in definition.fields]
    if not link.lines:
        return f"/fields/{ids.index(link.field.id)}"
    rows = definition.fields[ids.index(link.lines)]
    column = [each.id for each in rows.columns].index(link.field.id)
    return f"/fields/{ids.index(link.lines)}/options/columns/{column}"
