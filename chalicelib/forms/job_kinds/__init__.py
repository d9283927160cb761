"""The kinds of jobs of forms, one file each with its `KIND`."""

from . import (
    enter_balances,
    enter_duplicates,
    export,
    follow,
    import_records,
    merge,
    purge,
    recount,
    reindex,
    restage,
    unlink,
)

KINDS = (
    reindex.KIND,
    purge.KIND,
    unlink.KIND,
    follow.KIND,
    restage.KIND,
    enter_balances.KIND,
    enter_duplicates.KIND,
    recount.KIND,
    import_records.KIND,
    export.KIND,
    merge.KIND,
    merge.UNDO_KIND,
)
