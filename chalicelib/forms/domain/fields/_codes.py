"""What the text types with a fixed way of writing share: e-mail, phone, web address, codes with check digits."""

from typing import Any, ClassVar

from ..normal_form import has_full_width_digits
from ._texts import TextType, read_text
from .base import Fault, Field


class CodeType(TextType):
    """One line, brought into its one way of writing (`normal`), and then judged (`judge`)."""

    may_be_unique = True
    may_be_indexed = True
    options: ClassVar[dict[str, Any]] = {}

    def canonical(self, field: Field, value: Any) -> str:
        """Raises Fault full_width_digits and those of `judge`."""
        text = super().canonical(field, value)
        if has_full_width_digits(text):
            raise Fault("full_width_digits")
        written = self.normal(text)
        self.judge(field, written)
        return written

    def unlimited(self, field: Field) -> Field:
        return Field(field.id, field.type, field.name)

    def filtered(self, field: Field, unlimited: Field, value: Any) -> str:
        """Written as records hold it, and not judged: what no record holds is simply not found."""
        del field, unlimited
        return self.normal(read_text(value, multiline=False))

    def normal(self, text: str) -> str:
        """The one way of writing a text that may be valid; any other text may come back as it is."""
        return text

    def judge(self, field: Field, text: str) -> None:
        """Raises Fault for a text that `normal` wrote and that will not do."""
        raise NotImplementedError
