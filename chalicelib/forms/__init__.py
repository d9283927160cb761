"""Forms: what a company records, and how it looks, without code.

Words: a *form* has one *draft* and immutable published *versions*; a *record* holds canonical *values* of its
fields; a *card* is a record's entry in a list; a *lines* field holds rows (明细) of its own columns.

Owns: definitions, field types (`fields/`), formulas (`formula/`), records, their lists, history, recycle bin and
attachments. Events out: FormPublished, RecordCreated, RecordUpdated, RecordDeleted, RecordRestored, RecordMerged,
StageMoved.
Events in: none.
"""
