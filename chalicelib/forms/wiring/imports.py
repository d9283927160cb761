"""Which adapter stands behind which port of imports."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from ...kernel.errors import FieldError
from ...kernel.unit_of_work import UnitOfWork
from . import company, entrance, form_repository, forms, lists, records

if TYPE_CHECKING:
    from ..service.import_naming import Naming
    from ..service.import_rows import ImportRows
    from ..service.import_saving import Saving
    from ..service.imports import Imports
    from ..service.spreadsheets import Spreadsheets
    from ..store.guards import GuardRepository
    from ..store.imports import ImportRepository

MOST_TOLD = 10


@cache
def repository() -> ImportRepository:
    from ...aws.table import table
    from ..store.imports import ImportRepository

    return ImportRepository(table)


@cache
def guards() -> GuardRepository:
    from ...aws.table import table
    from ..store.guards import GuardRepository

    return GuardRepository(table)


@cache
def spreadsheets() -> Spreadsheets:
    from ...aws import blobs
    from ..service.spreadsheets import Spreadsheets

    return Spreadsheets(repository(), blobs, company())


@cache
def naming() -> Naming:
    from ..service.import_naming import Naming

    return Naming(form_repository(), lists(), entrance(), guards(), company())


@cache
def saving() -> Saving:
    from ..service.import_saving import Saving

    return Saving(records(), entrance(), naming(), guards(), company())


@cache
def imports() -> Imports:
    from time import monotonic

    from ...aws import blobs
    from ..job_kinds.import_records import start
    from ..service.imports import Imports

    return Imports(
        form_repository(),
        repository(),
        spreadsheets(),
        saving(),
        blobs=blobs,
        company=company(),
        entrance=entrance(),
        visible=forms(),
        start_job=start,
        seconds=monotonic,
    )


@cache
def rows() -> ImportRows:
    from ...aws import blobs
    from ...edge import apart
    from ..service.import_rows import ImportRows

    return ImportRows(
        form_repository(),
        repository(),
        spreadsheets(),
        saving(),
        blobs=blobs,
        company=company(),
        entrance=entrance(),
        apart=apart,
        tell=tell,
    )


def may_import(work: UnitOfWork, form_id: str) -> bool:
    from ..service.audience import may_import_now

    return may_import_now(entrance(), work, form_repository().form(work, form_id))


def tell(faults: Iterable[tuple[str, FieldError]]) -> dict[str, str]:
    """What is wrong in which cells, in each language."""
    from ...edge.errors import told
    from ...edge.messages import join
    from ...kernel.languages import LANGUAGES

    found = list(faults)[:MOST_TOLD]
    between = {"zh-CN": "：", "en": ": "}
    return {
        language: join(
            [f"{cell}{between[language] if cell else ''}{told(each, language)['message']}" for cell, each in found],
            language,
        )
        for language in LANGUAGES
    }
