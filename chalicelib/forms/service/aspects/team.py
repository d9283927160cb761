"""A member field that opens records to whom it names: it names no more people than have the record in their lists."""

from collections.abc import Iterator

from ....kernel.errors import FieldError
from ....kernel.unit_of_work import UnitOfWork
from ...access.rows import MOST_NAMED, ids_of
from ...domain.cells import ROOT
from .aspect import Aspect, Filling


class TeamAspect(Aspect):
    def fill(self, work: UnitOfWork, filling: Filling) -> Iterator[FieldError]:
        definition = filling.form.definition
        before = filling.before.values if filling.before else {}
        for name in definition.access.team_fields:
            value, field = filling.values.get(name), definition.by_id.get(name)
            if field and len(ids_of(value)) > MOST_NAMED and value != before.get(name):
                label = field.label(work.actor.language)
                yield FieldError.of(f"{ROOT}/{name}", "too_many_in_team", field=label, limit=MOST_NAMED)
