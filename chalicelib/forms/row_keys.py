"""The keys of forms. Field ids are `[a-z][a-z0-9_]*`; values stand in keys only encoded or hashed."""

from ..kernel.ids import derived_id
from ..kernel.unit_of_work import Key

FORMS = "forms"
BIN = "@bin"


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


def record(record_id: str) -> Key:
    return Key(f"record#{record_id}", "state")


def history(record_id: str, number: int) -> Key:
    return Key(f"record#{record_id}", f"history#{number:06d}")


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
