"""关联记录: a record of another form, or several. The value is the id alone; the title is looked up when it is
shown, for whoever may read that record. Whether an id may be chosen is asked of the store (`service/aspects`).
"""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from ..condition_fields import tested, tested_fields
from ..labels import Label
from ..link_options import CASCADE, CLEAR, HIDDEN_WORDS, RECORD, REFUSE, form_ids, texts
from ._people import PeopleType
from .base import Beside, Fault, Field, Locale, Reader

MOST_FORMS = 5
MOST_COLUMNS = 6

_FIELD_ID = {"type": "string", "pattern": "^@?[a-z][a-z0-9_]{0,39}$"}


class Link(PeopleType):
    type = "link"
    words: ClassVar[Label] = {"zh-CN": "关联记录", "en": "linked record"}
    compare = "record"
    compare_several = "records"
    refers_to = RECORD
    not_an_id = "value_no_record"
    may_have_default = False
    listed_by_default = False
    options: ClassVar[dict[str, Any]] = {
        "forms": {
            "type": "array",
            "minItems": 1,
            "maxItems": MOST_FORMS,
            "uniqueItems": True,
            "items": {"type": "string", "maxLength": 26},
            "x-name": {"zh-CN": "关联的表单", "en": "linked forms"},
        },
        "multiple": {"type": "boolean"},
        "filter": {
            "type": "object",
            "description": 'A condition over the linked form; a value may be {"field": "<id>"} of this form.',
            "x-name": {"zh-CN": "可选范围", "en": "which may be chosen"},
        },
        "columns": {
            "type": "array",
            "maxItems": MOST_COLUMNS,
            "uniqueItems": True,
            "items": _FIELD_ID,
            "x-name": {"zh-CN": "选择时显示的列", "en": "columns when choosing"},
        },
        "on_delete": {
            "enum": [REFUSE, CLEAR, CASCADE],
            "x-name": {"zh-CN": "对方被删除时", "en": "when the linked record is deleted"},
        },
        "create": {"type": "boolean", "x-name": {"zh-CN": "可以新建", "en": "create in place"}},
    }
    needs = ("forms",)

    def problems(self, field: Field) -> Iterator[Fault]:
        options = field.options
        if options.get("filter") and len(options["forms"]) > 1:
            yield Fault("link_filter_forms", "/options/filter")
        if options.get("columns") and len(options["forms"]) > 1:
            yield Fault("link_columns_forms", "/options/columns")
        if options.get("on_delete") == CLEAR and field.required:
            yield Fault("link_clear_required", "/options/on_delete")
        if options.get("on_delete") == CASCADE and options.get("multiple"):
            yield Fault("link_cascade_several", "/options/on_delete")

    def names_beside(self, options: Mapping[str, Any]) -> Iterator[str]:
        for test in tested(options.get("filter")):
            value = test.get("value")
            if isinstance(value, Mapping) and set(value) == {"field"}:
                yield str(value["field"])

    def names_of(self, options: Mapping[str, Any], form_id: str, beside: Beside) -> Iterator[str]:
        del beside
        if form_id in form_ids(options):
            yield from tested_fields(options.get("filter"))
            yield from texts(options.get("columns"))

    def copied(self, options: Mapping[str, Any], former: str, form_id: str) -> dict[str, Any]:
        return {**options, "forms": [form_id if each == former else each for each in form_ids(options)]}

    def named_by_default(self, default: Any) -> Iterator[str]:
        del default
        return iter(())

    def tokens(self, field: Field, value: Any, locale: Locale) -> Iterator[str]:
        """None: a search must not find records by ids, nor by titles that the searcher may not read."""
        del field, value, locale
        return iter(())

    def text(self, field: Field, value: Any, locale: Locale) -> str:
        """How many there are: titles are for those who may read them."""
        del field, locale
        return str(len(self.ids(value)))

    def in_language(self, value: Any, language: str) -> Any:
        """Of titles (`{"titles": [...]}`, None for one that may not be read) their text; ids stay as they are."""
        if not isinstance(value, Mapping):
            return value
        titles = (each if each is not None else HIDDEN_WORDS[language] for each in value["titles"])
        return ("、" if language == "zh-CN" else ", ").join(titles)

    def wording(self, entry: Mapping[str, Any], value: Any, reader: Reader) -> str:
        del entry
        return reader.counted(len(self.ids(value))) if value else ""


FIELD_TYPE = Link()
