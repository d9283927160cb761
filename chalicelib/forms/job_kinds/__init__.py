"""The kinds of jobs of forms, one file each with its `KIND`."""

from . import enter_balances, export, follow, purge, recount, reindex, restage, unlink

KINDS = (
    reindex.KIND,
    purge.KIND,
    unlink.KIND,
    follow.KIND,
    restage.KIND,
    enter_balances.KIND,
    recount.KIND,
    export.KIND,
)
