"""Balances name fields of other forms: both sides are looked at, whichever is published."""

from collections.abc import Iterable

from ....kernel.errors import FieldError
from ....kernel.unit_of_work import UnitOfWork
from ...domain.balances.checks import limit_faults, lost_limits, own_faults
from ...domain.definition import Definition, Form
from ...domain.errors import FormNotFound, FormNotPublished
from ...domain.form_state import Head
from ..ports import FormStore
from .publish_step import PublishStep


class BalanceStep(PublishStep):
    def __init__(self, forms: FormStore) -> None:
        self._forms = forms

    def problems(self, work: UnitOfWork, head: Head, definition: Definition) -> Iterable[FieldError]:
        yield from own_faults(definition)
        for target_id in self._targets(definition):
            target = definition if target_id == head.id else self._definition(work, target_id)
            if target is not None:
                yield from limit_faults(definition, target_id, target)
        for inbound in self._forms.inbound(work, head.id) if head.version else ():
            if inbound.form_id != head.id and (other := self._form(work, inbound.form_id)) is not None:
                for balance, field_id in lost_limits(definition, inbound.path, other.definition):
                    language = work.actor.language
                    yield FieldError.of(
                        "/fields",
                        "field_limits_balance",
                        field=self._label(work, head, field_id),
                        balance=balance.label(language),
                        form=other.label(language),
                    )

    def _targets(self, definition: Definition) -> tuple[str, ...]:
        links = [definition.by_id[each.on] for each in definition.balances if each.on in definition.by_id]
        return tuple(dict.fromkeys(form_id for link in links for form_id in link.options.get("forms", ())))

    def _definition(self, work: UnitOfWork, form_id: str) -> Definition | None:
        form = self._form(work, form_id)
        return form.definition if form else None

    def _form(self, work: UnitOfWork, form_id: str) -> Form | None:
        """None if it is not published: the link itself says what is wrong with that."""
        try:
            return self._forms.form(work, form_id)
        except (FormNotFound, FormNotPublished):
            return None

    def _label(self, work: UnitOfWork, head: Head, field_id: str) -> str:
        before = self._forms.definition(work, head.id, head.version).by_id.get(field_id)
        return before.label(work.actor.language) if before else field_id
