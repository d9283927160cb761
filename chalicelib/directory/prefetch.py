"""Which rows the use cases of the directory read, so that they come with the session's in one batch."""

from collections.abc import Mapping

from ..kernel.session import Claim
from ..kernel.unit_of_work import Key
from . import row_keys


def org() -> tuple[Key, ...]:
    """Whoever decides by the organisation: an upper context's use cases, too."""
    return (row_keys.HEAD,)


def own_steps(_: Claim, __: Mapping[str, str]) -> tuple[Key, ...]:
    return (row_keys.FIRST_STEPS,)
