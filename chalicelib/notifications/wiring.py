"""Which adapter stands behind which port of notifications."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .service.choosing import Choosing
    from .service.notices import Notices


@cache
def choosing() -> Choosing:
    from ..aws.table import table
    from .service.choosing import Choosing
    from .store import PreferenceRepository

    return Choosing(PreferenceRepository(table))


@cache
def notices() -> Notices:
    from ..aws.mail import send_mail
    from ..aws.settings import setting
    from ..aws.table import table
    from ..comments import api as comments
    from ..directory import api as directory
    from ..flows import api as flows
    from ..forms import api as forms
    from ..tenancy import api as tenancy
    from .domain.preferences import CC, COMMENT, OUTCOME, TODO
    from .service.notices import Notices
    from .service.sources import CommentSource, RunSource
    from .store import NoticeRepository, PaceRepository, PreferenceRepository

    of_runs = RunSource(flows)
    return Notices(
        notices=NoticeRepository(table),
        paces=PaceRepository(table),
        preferences=PreferenceRepository(table),
        directory=directory,
        sources={TODO: of_runs, OUTCOME: of_runs, CC: of_runs, COMMENT: CommentSource(comments, forms)},
        tenancy=tenancy,
        send=send_mail,
        enqueue=enqueue,
        origin=partial(setting, "BANLI_WEB_ORIGIN"),
    )


def enqueue(message: dict[str, Any], delay_seconds: int = 0) -> None:
    from ..aws.queues import send

    send("notices", message, delay_seconds)
