"""The kinds of jobs of forms, one file each with its `KIND`."""

from . import purge, recount, reindex, unlink

KINDS = (reindex.KIND, purge.KIND, unlink.KIND, recount.KIND)
