"""The kinds of jobs of forms, one file each with its `KIND`."""

from . import follow, purge, recount, reindex

KINDS = (reindex.KIND, purge.KIND, follow.KIND, recount.KIND)
