"""The kinds of jobs of forms, one file each with its `KIND`."""

from . import purge, reindex, restage

KINDS = (reindex.KIND, purge.KIND, restage.KIND)
