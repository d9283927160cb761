"""The figures that a record has when it is saved: formulas reckon with them as they stand, and saving does not change
them. A new record has those of one that nobody links to.
"""

from collections.abc import Iterable

from ....kernel.errors import FieldError
from ....kernel.unit_of_work import UnitOfWork
from ...domain.rollups.figures import counted, of_new_record
from .aspect import Aspect, Filling


class RollupsKept(Aspect):
    def fill(self, work: UnitOfWork, filling: Filling) -> Iterable[FieldError]:
        del work
        definition, before = filling.form.definition, filling.before
        if definition.rollups:
            new = {} if before else counted(definition, filling.form.id, of_new_record(definition, filling.form.id))[0]
            kept = before.values if before else new
            for each in definition.rollups:
                if each.id in kept:
                    filling.values[each.id] = kept[each.id]
        return ()
