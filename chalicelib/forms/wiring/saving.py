"""What saving a record and publishing a form consist of, part by part."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ...kernel.unit_of_work import UnitOfWork
from . import (
    balance_moves,
    balance_repository,
    company,
    duplicates,
    entrance,
    form_repository,
    record_repository,
    rollup_repository,
    stage_history,
    unlinking,
)

if TYPE_CHECKING:
    from ..service.aspects import Aspect
    from ..service.publishing import PublishStep


@cache
def publish_steps() -> tuple[PublishStep, ...]:
    """What publishing a form has to know and write of other forms, in this order."""
    from ..service.publishing.balances import BalanceStep
    from ..service.publishing.duplicates import DuplicatesPublished
    from ..service.publishing.links import LinksPublished
    from ..service.publishing.lookups import PublishLookups
    from ..service.publishing.rights import RightsPublished
    from ..service.publishing.rollups import RollupsPublished
    from ..service.publishing.stages import StagePublishing

    return (
        LinksPublished(form_repository()),
        PublishLookups(form_repository(), entrance()),
        RollupsPublished(form_repository(), rollup_repository(), entrance()),
        StagePublishing(form_repository(), record_repository()),
        BalanceStep(form_repository()),
        DuplicatesPublished(form_repository(), entrance()),
        RightsPublished(form_repository()),
    )


@cache
def aspects() -> tuple[Aspect, ...]:
    """What else saving a record checks, fills in and writes, in this order."""
    from ..service.aspects.balances import BalanceAspect
    from ..service.aspects.duplicates import DuplicateAspect
    from ..service.aspects.links import Links
    from ..service.aspects.lookups import Lookups
    from ..service.aspects.merging import MergeAspect
    from ..service.aspects.rollups import RollupsKept
    from ..service.aspects.stages import StageAspect
    from ..service.aspects.team import TeamAspect

    return (
        Links(form_repository(), record_repository(), entrance(), unlinking(), hidden_token),
        Lookups(form_repository(), record_repository(), entrance()),
        StageAspect(stage_history(), company()),
        RollupsKept(),
        DuplicateAspect(duplicates.marks()),
        TeamAspect(),
        BalanceAspect(form_repository(), balance_repository(), balance_moves()),
        MergeAspect(record_repository()),
    )


def hidden_token(work: UnitOfWork, *parts: str) -> str:
    """What stands for the id of a record that may not be seen: the same for the same parts, and no way back."""
    import hmac
    from hashlib import sha256

    from ...aws.secrets import signing_key
    from ..domain.link_values import HIDDEN

    text = "\x1f".join((work.actor.tenant_id, *parts))
    return HIDDEN + hmac.new(signing_key("hidden link"), text.encode(), sha256).hexdigest()[:26]
