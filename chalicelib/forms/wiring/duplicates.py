"""What stands behind duplicate rules."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from . import company, entrance, form_repository, record_repository

if TYPE_CHECKING:
    from ..service.duplicate_answers import DuplicateAnswers
    from ..service.duplicate_marks import DuplicateMarks
    from ..service.duplicates import Duplicates
    from ..service.entering_duplicates import EnteringDuplicates


@cache
def answers() -> DuplicateAnswers:
    from ..service.duplicate_answers import DuplicateAnswers

    return DuplicateAnswers(form_repository(), company(), entrance())


@cache
def marks() -> DuplicateMarks:
    from ...aws.table import table
    from ..service.duplicate_marks import DuplicateMarks
    from ..store.duplicates import DuplicateRepository

    return DuplicateMarks(form_repository(), record_repository(), DuplicateRepository(table), answers())


@cache
def duplicates() -> Duplicates:
    from ..service.duplicates import Duplicates

    return Duplicates(form_repository(), company(), entrance(), marks(), answers())


@cache
def entering_duplicates() -> EnteringDuplicates:
    from ..service.entering_duplicates import EnteringDuplicates

    return EnteringDuplicates(form_repository(), record_repository(), marks())
