"""The kinds of jobs of flows, one file each with its `KIND`."""

from . import handover

KINDS = (handover.KIND,)
