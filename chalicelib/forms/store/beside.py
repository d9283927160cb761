"""Records with the figures that are kept beside them: whoever reads one gets it whole, and gives it back so."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from ...kernel.unit_of_work import UnitOfWork
from .. import row_keys
from ..domain.definition import Definition
from ..domain.records import Record
from ..domain.rollups.figures import Figures, beside_of, counted, of_new_record, with_figures
from .rollups import RollupRepository
from .table import TableOf

Definitions = Callable[[UnitOfWork, str], Definition]
"""The newest published definition of a form."""


class Beside:
    def __init__(self, table: TableOf, definitions: Definitions) -> None:
        self._table = table
        self._definitions = definitions
        self._rollups = RollupRepository(table)

    def whole(self, work: UnitOfWork, record: Record) -> Record:
        """With what is kept beside it; as it is, if nothing was begun."""
        figures = self._rollups.figures(work, record.id)
        return with_figures(record, self._definitions(work, record.form_id), figures) if figures.version else record

    def wholes(self, work: UnitOfWork, records: Iterable[Record]) -> list[Record]:
        """The figures of several are one read; of forms without any, none."""
        found = list(records)
        figured = {each.id for each in found if self._definitions(work, each.form_id).beside}
        self._table().get_many(work, [row_keys.rollups(each) for each in figured])
        return [self.whole(work, each) if each.id in figured else each for each in found]

    def keep(self, work: UnitOfWork, record: Record) -> Record:
        """The figures with the values and keys that the record has of them; the work is refused if they moved."""
        definition = self._definitions(work, record.form_id)
        if not definition.beside:
            return record
        record = replace(record, beside=tuple(sorted(definition.beside)))
        figures = self._rollups.figures(work, record.id)
        if not record.version and not figures.tallies:
            figures = replace(of_new_record(definition, record.form_id), at=work.at)
        self._put(work, record, definition, figures, moves=False)
        _, pending = counted(definition, record.form_id, figures)
        return replace(record, figures_at=figures.at, pending=pending)

    def refigure(self, work: UnitOfWork, record: Record, figures: Figures) -> Record:
        """Other figures of a record; answers it with what its list entries are to show of them."""
        definition = self._definitions(work, record.form_id)
        self._put(work, record, definition, figures, moves=True)
        told = [name for name in definition.summary_fields if name in record.beside]
        return replace(record, summary_fields=tuple(dict.fromkeys((*record.summary_fields, *told))))

    def drop(self, work: UnitOfWork, record_id: str) -> None:
        self._rollups.drop(work, record_id)

    def _put(self, work: UnitOfWork, record: Record, definition: Definition, figures: Figures, *, moves: bool) -> None:
        values, index, title = beside_of(record, definition)
        kept = replace(figures, values=values, index=index, title=title)
        self._rollups.put_figures(work, record.id, record.form_id, kept, moves=moves)


def own_doc(doc: Mapping[str, Any], record: Record) -> dict[str, Any]:
    """The document of the record's own row: without what is kept beside it."""
    without = {
        part: {name: value for name, value in doc[part].items() if name not in record.beside}
        for part in ("values", "index")
    }
    return {**doc, **without} if record.beside else dict(doc)
