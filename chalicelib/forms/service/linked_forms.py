"""Which forms link to a form: what a builder rolls up."""

from typing import NamedTuple

from ...kernel.unit_of_work import UnitOfWork
from ..domain.errors import FormNotFound, FormNotPublished
from ..domain.labels import Label
from ..domain.linking import Inbound
from .ports import FormStore


class InboundLink(NamedTuple):
    link: Inbound
    form: Label


class LinkedForms:
    def __init__(self, forms: FormStore) -> None:
        self._forms = forms

    def inbound(self, work: UnitOfWork, form_id: str) -> list[InboundLink]:
        """In the order of forms and paths; for builders, who see every form. Raises FormNotFound."""
        self._forms.head(work, form_id)
        found = []
        for link in self._forms.inbound(work, form_id):
            try:
                found.append(InboundLink(link, self._forms.form(work, link.form_id).name))
            except (FormNotFound, FormNotPublished):
                continue
        return found
