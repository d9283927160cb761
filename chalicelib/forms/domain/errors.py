"""The refusals of forms. Their messages stand in messages.json, beside those of the field codes."""

from ...kernel.errors import Conflict, Denied, Invalid, NotFound, Stale


class FormInvalid(Invalid):
    """The definition cannot be published; `fields` point into it."""

    code = "form_invalid"


class FormNotFound(NotFound):
    code = "not_found"


class FormStale(Stale):
    """Somebody else saved the draft in the meantime."""

    code = "stale"


class FormNotPublished(Conflict):
    code = "form_not_published"


class FormAwaitsFlow(Conflict):
    """Its records need approval, and no flow is in use yet."""

    code = "form_awaits_flow"


class FormArchived(Conflict):
    code = "form_archived"


class NothingToPublish(Conflict):
    code = "form_nothing_to_publish"


class SubmitDenied(Denied):
    """The form is not open to this member."""

    code = "form_submit_denied"


class RecordInvalid(Invalid):
    code = "record_invalid"


class RecordNotFound(NotFound):
    """Not there, or not to be seen by this member: the same answer on purpose."""

    code = "not_found"


class LinkNotFound(NotFound):
    """There is no such link, or not for this member: the same answer on purpose."""

    code = "not_found"


class RecordLinked(Conflict):
    """Other records are linked to it, and their links refuse that it is deleted."""

    code = "record_linked"


class RecordStale(Stale):
    code = "stale"


class RecordLocked(Conflict):
    """It is in approval, or was approved."""

    code = "record_locked"


class RecordMerging(Conflict):
    """It is being merged with another."""

    code = "record_merging"


class RecordMerged(Conflict):
    """It was merged into another record; `record_id` in params."""

    code = "record_merged"


class MergeDenied(Denied):
    """The member may not read all of both records, change both and delete the one that goes."""

    code = "merge_denied"


class MergeRefused(Conflict):
    """The two cannot be merged as they are; `fields` say why."""

    code = "merge_refused"


class MergeInvalid(Invalid):
    """What is asked to be merged, or taken, cannot be."""

    code = "merge_invalid"


class MergeNotFound(NotFound):
    """There is no such merge of the record, or its days are over."""

    code = "not_found"


class MergeOver(Conflict):
    """The merge was undone, or is being undone."""

    code = "merge_over"


class RecordNotEditable(Denied):
    """It may be read by this member, not changed."""

    code = "record_not_editable"


class FieldNotRevealed(Denied):
    """It is not masked for the actor, or it stays masked: which of them is not told."""

    code = "field_not_revealed"


class AccessNotTold(Denied):
    """What others may see is told to who holds all of it."""

    code = "access_not_told"


class RecordNotInBin(Conflict):
    code = "record_not_in_bin"


class StageDenied(Denied):
    """The member may read the record, and not move it to that stage."""

    code = "stage_denied"


class StageUnreachable(Conflict):
    """The stage does not follow the one that the record stands in."""

    code = "stage_unreachable"


class StageNotApproved(Conflict):
    """The stage is for records whose approval has passed."""

    code = "stage_not_approved"


class StageRefused(Invalid):
    """What the stage asks for is missing; `fields` name all of it."""

    code = "stage_refused"


class StageStale(Stale):
    """The record was changed in the meantime; params tell its version and the stage that it stands in now."""

    code = "stage_stale"


class ValueTaken(Conflict):
    """A unique value belongs to another record."""

    code = "value_taken"


class DuplicateFound(Conflict):
    """A duplicate rule refuses the record: another one is the same; `rule`, `form`, `form_id`, `record_id`, `title` and
    `owner` in params.
    """

    code = "duplicate_found"


class DuplicateFoundUnseen(DuplicateFound):
    """As DuplicateFound, to somebody who may not read the other record; `rule` and `owner`, masked, in params."""

    code = "duplicate_found_unseen"


class DuplicateKept(Conflict):
    """A record of before has duplicates under a rule that was published since; it stays as it is."""

    code = "duplicate_kept"


class BalanceShort(Conflict):
    """The limit has less left than the record would take; `limit`, `used`, `held`, `needed` and `missing` in params."""

    code = "balance_short"


class BalanceShortUnseen(Conflict):
    """As BalanceShort, to somebody who may not read the limit."""

    code = "balance_short_unseen"


class BalanceInUse(Conflict):
    """The record has a limit of which others hold or have used something, so it cannot be deleted."""

    code = "balance_in_use"


class BalanceChanging(Conflict):
    """A balance was moved again and again while its movements were added up."""

    code = "balance_changing"


class ListInvalid(Invalid):
    """The filter or sort of a list names what the form does not have."""

    code = "list_invalid"


class ListBuilding(Conflict):
    """Old records are still being entered into a new order or column; who asks first has that begun."""

    keeps_work = True
    code = "list_building"


class ListTooLong(Invalid):
    """Too many records to put in an order for one who may not read all."""

    code = "list_too_long"


class ViewInvalid(Invalid):
    """A saved view names what the list of the form does not have."""

    code = "view_invalid"


class ViewNotFound(NotFound):
    """Not there, or another member's: the same answer on purpose."""

    code = "not_found"


class ViewDenied(Denied):
    """Views that others see are for those who build forms."""

    code = "view_denied"


class ViewStale(Stale):
    code = "stale"


class TooManyViews(Conflict):
    code = "too_many_views"


class AttachmentInvalid(Invalid):
    code = "attachment_invalid"


class AttachmentNotFound(NotFound):
    code = "not_found"


class ExportDenied(Denied):
    """No record of the form may be taken out by this member."""

    code = "export_denied"


class ExportFormChanged(Conflict):
    """The form was published anew while the file was being made."""

    code = "export_form_changed"


class ExportNotFound(NotFound):
    """There is no such export, it is not this member's, or its file is not made yet or gone."""

    code = "not_found"


class FormKeyTaken(Conflict):
    """Another form of the app has the key."""

    code = "form_key_taken"


class FormKeyFixed(Conflict):
    """The form was published under its key."""

    code = "form_key_fixed"


class FormPlaceInvalid(Invalid):
    code = "form_place_invalid"
