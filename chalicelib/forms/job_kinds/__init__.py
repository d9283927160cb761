"""The kinds of jobs of forms, one file each with its `KIND`."""

from . import purge, recount, reindex

KINDS = (reindex.KIND, purge.KIND, recount.KIND)
