"""The kinds of jobs of forms, one file each with its `KIND`."""

from . import follow, purge, recount, reindex, restage, unlink

KINDS = (reindex.KIND, purge.KIND, unlink.KIND, follow.KIND, restage.KIND, recount.KIND)
