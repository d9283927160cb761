"""The kinds of jobs of forms, one file each with its `KIND`."""

from . import enter_balances, follow, merge, purge, recount, reindex, restage, unlink

KINDS = (
    reindex.KIND,
    purge.KIND,
    unlink.KIND,
    follow.KIND,
    restage.KIND,
    enter_balances.KIND,
    recount.KIND,
    merge.KIND,
    merge.UNDO_KIND,
)
