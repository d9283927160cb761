"""What upper contexts provide to tenancy, which does not know them."""

from collections.abc import Callable

from ..kernel.extensions import Port
from ..kernel.unit_of_work import UnitOfWork

SWEEPERS: Port[Callable[[UnitOfWork], None]] = Port("tenancy.sweepers")
"""What runs for every tenant, every five minutes; it commits what it writes itself (`edge.apart`)."""
