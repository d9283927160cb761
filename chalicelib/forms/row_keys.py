"""The keys of forms. Field ids are `[a-z][a-z0-9_]*`; values stand in keys only encoded or hashed."""

from ..kernel.ids import derived_id
from ..kernel.unit_of_work import Key

FORMS = "forms"
BIN = "@bin"
ROLLUP_FORMS = "rollup_forms"
"""The forms that have roll-ups."""


def head(form_id: str) -> Key:
    return Key(f"form#{form_id}", "head")


def draft(form_id: str) -> Key:
    return Key(f"form#{form_id}", "draft")


def counters(form_id: str) -> Key:
    """One row for all serial counters of a form, so that its key is known before its fields are."""
    return Key(f"form#{form_id}", "counters")


def version(form_id: str, number: int) -> Key:
    return Key(f"form#{form_id}", f"version#{number:06d}")


def listed(form_id: str) -> Key:
    return Key(FORMS, form_id)


def key_guard(app_id: str, key: str) -> Key:
    """That a form of the app has this key; `app_id` as the form's head keeps it."""
    return Key(f"form_key#{app_id}", key)


def export(export_id: str) -> Key:
    return Key(f"export#{export_id}", "state")


def record(record_id: str) -> Key:
    return Key(f"record#{record_id}", "state")


def history(record_id: str, number: int) -> Key:
    return Key(f"record#{record_id}", f"history#{number:06d}")


def stage_history(record_id: str) -> Key:
    """The partition of the stage history, and how the sort keys of its entries begin."""
    return Key(f"record#{record_id}", "stage#")


def stage_move(record_id: str, at: str, field_id: str) -> Key:
    """One entry of the stage history, in the order of time beside the record."""
    partition, prefix = stage_history(record_id)
    return Key(partition, f"{prefix}{at}#{field_id}")


def index_partition(form_id: str, field_id: str) -> str:
    return f"ix#{form_id}#{field_id}"


def index(form_id: str, field_id: str, encoded: str, record_id: str) -> Key:
    sort = f"{encoded}#{record_id}" if encoded else record_id
    return Key(index_partition(form_id, field_id), sort)


def guard(form_id: str, field_id: str, text: str) -> Key:
    return Key(f"unique#{form_id}#{field_id}", derived_id(text))


def own_bin_partition(form_id: str, member_id: str) -> str:
    return f"bin#{form_id}#{member_id}"


def own_bin(form_id: str, member_id: str, record_id: str) -> Key:
    """The deleted record in the list of those that the member made."""
    return Key(own_bin_partition(form_id, member_id), record_id)


def visible_partition(form_id: str, principal: str) -> str:
    return f"visible#{form_id}#{principal}"


def visible(form_id: str, principal: str, record_id: str) -> Key:
    """The record in the list of its owner, or of the department that it was made in."""
    return Key(visible_partition(form_id, principal), record_id)


def seen_partition(form_id: str, member_id: str) -> str:
    return f"seen#{form_id}#{member_id}"


def seen(form_id: str, member_id: str, record_id: str) -> Key:
    """By id alone, a record of the form that was shared with the member; or is theirs, and by an earlier release."""
    return Key(seen_partition(form_id, member_id), record_id)


def shared(member_id: str, record_id: str) -> Key:
    """That a record was shared with a member: readable in the same batch as his session."""
    return Key(f"seen#{member_id}", record_id)


def followers_partition(form_id: str) -> str:
    return f"followers#{form_id}"


def follower(form_id: str, follower_id: str) -> Key:
    """That records of the follower pull fields of the form's records through, and follow them."""
    return Key(followers_partition(form_id), follower_id)


def contributions(record_id: str) -> Key:
    """What the record takes of balances."""
    return Key(f"record#{record_id}", "balances")


def balances_partition(limit_id: str) -> str:
    """The balances of the record with the limit. Functions may add to rows of such partitions only (infra/policies)."""
    return f"balances#{limit_id}"


def balances_guard(limit_id: str) -> Key:
    """Written anew with each row of the partition that is made, so that whoever deletes the record has seen all."""
    return Key(balances_partition(limit_id), "@guard")


def balance(limit_id: str, form_id: str, balance_id: str, period: str) -> Key:
    return Key(balances_partition(limit_id), f"{form_id}#{balance_id}#{period}")


def balance_rows(limit_id: str, form_id: str, balance_id: str, period: str) -> str:
    """The partition of what one balance is made of: its movements, and what each record takes of it now."""
    return f"balance#{limit_id}#{form_id}#{balance_id}#{period}"


def duplicate_marks(record_id: str) -> Key:
    """Under what the record stands for the duplicate rules that concern it."""
    return Key(f"record#{record_id}", "duplicates")


def duplicates_partition(scope: str, mark: str) -> str:
    """Records whose values are the same for one duplicate rule; `mark` is a hash of them."""
    return f"duplicate#{scope}#{mark}"


def duplicate(scope: str, mark: str, record_id: str) -> Key:
    return Key(duplicates_partition(scope, mark), record_id)


def duplicate_guard(scope: str, mark: str) -> Key:
    """Written anew with each record that a rule lets in, so that of two at once the second looks again."""
    return Key(duplicates_partition(scope, mark), "@guard")


MOVEMENT, TAKER = "move#", "taker#"


def child_partition(form_id: str, path: str, parent_id: str) -> str:
    return f"child#{form_id}#{path}#{parent_id}"


def child(form_id: str, path: str, parent_id: str, record_id: str) -> Key:
    """A record of the form in the list of those whose link at `path` leads to the parent."""
    return Key(child_partition(form_id, path, parent_id), record_id)


def inbound_partition(target_form_id: str) -> str:
    return f"inbound#{target_form_id}"


def inbound(target_form_id: str, form_id: str, path: str) -> Key:
    """That the form's link at `path` leads to records of the target."""
    return Key(inbound_partition(target_form_id), f"{form_id}#{path}")


def rollups(record_id: str) -> Key:
    """What is summed up of a record's children."""
    return Key(f"record#{record_id}", "rollups")


def attachment(attachment_id: str) -> Key:
    return Key(f"attachment#{attachment_id}", "state")


def addends(record_id: str) -> Key:
    """What a record adds to the roll-ups of others."""
    return Key(record(record_id).partition, "contributions")


def contributed_partition(parent_id: str, field_id: str, epoch: str) -> str:
    return f"rolled#{parent_id}#{field_id}#{epoch}"


def contributed(parent_id: str, field_id: str, epoch: str, key: str) -> Key:
    """One contribution to an ordered roll-up of the record; `key` ends with the id of whose it is."""
    return Key(contributed_partition(parent_id, field_id, epoch), key)


def rollups_over_partition(form_id: str) -> str:
    return f"rollups_over#{form_id}"


def rollups_over(form_id: str, parent_form_id: str) -> Key:
    """What one form rolls up of the records of another."""
    return Key(rollups_over_partition(form_id), parent_form_id)


def spreadsheet(upload_id: str) -> Key:
    return Key(f"spreadsheet#{upload_id}", "state")


def imported(import_id: str) -> Key:
    return Key(f"import#{import_id}", "state")


FAULTY = "faulty#"


def faulty(import_id: str, index: int) -> Key:
    """A record of the file that was not imported."""
    return Key(imported(import_id).partition, f"{FAULTY}{index:07d}")


def import_mapping(form_id: str) -> Key:
    """Which fields columns of these names were imported into."""
    return Key(f"form#{form_id}", "import_mapping")


def views_partition(form_id: str, member_id: str = "") -> str:
    """The saved views of a member, or without one those that are shared."""
    return f"views#{form_id}#{member_id}" if member_id else f"views#{form_id}"


def view(form_id: str, view_id: str, member_id: str = "") -> Key:
    return Key(views_partition(form_id, member_id), view_id)


def merges_partition(record_id: str) -> str:
    return f"merges#{record_id}"


def merge(survivor_id: str, merge_id: str) -> Key:
    """A merge of another record into the survivor."""
    return Key(merges_partition(survivor_id), merge_id)


def merge_journal(merge_id: str) -> str:
    """The partition of what undoing a merge needs."""
    return f"merge#{merge_id}"


MOVED_CHILD = "child#"


def moved_child(merge_id: str, record_id: str) -> Key:
    return Key(merge_journal(merge_id), MOVED_CHILD + record_id)


def moved_fields(merge_id: str) -> Key:
    return Key(merge_journal(merge_id), "fields")


def moved_to(record_id: str) -> Key:
    """Which record the id of one that was merged into it stands for; it stays when that is purged."""
    return Key(f"record#{record_id}", "moved_to")
