"""Which rows the use cases of the directory read, so that they come with the session's in one batch."""

from collections.abc import Mapping

from ..kernel.session import Claim
from ..kernel.work import Key
from . import keys


def org() -> tuple[Key, ...]:
    """Whoever decides by the organisation: an upper context's use cases, too."""
    return (keys.HEAD,)


def own_steps(_: Claim, __: Mapping[str, str]) -> tuple[Key, ...]:
    return (keys.FIRST_STEPS,)
