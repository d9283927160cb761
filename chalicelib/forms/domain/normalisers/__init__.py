"""Normal forms of values, in which two ways of writing the same thing are equal: for finding duplicates only. A value
that says nothing in the normal form ("", such as 无 as a phone number) is the duplicate of none.
"""

from collections.abc import Callable, Mapping

from .code import code
from .company import company
from .exact import exact
from .phone import phone

EXACT, COMPANY, PHONE, CODE = "exact", "company", "phone", "code"
NORMALISERS: Mapping[str, Callable[[str], str]] = {EXACT: exact, COMPANY: company, PHONE: phone, CODE: code}
"""By what the rule of a form calls it (`as`)."""
WAYS = tuple(NORMALISERS)
