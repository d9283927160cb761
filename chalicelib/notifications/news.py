"""What every mail of a notice knows: whom it goes to, of which company, and where the web app is."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from ..directory.org import Org, OrgMember
from ..edge.mail import fill, one_line
from ..tenancy.api import Tenant
from .domain.notices import Notice
from .values import moment

NAMED = 10
"""Of several, so many are named; the rest is in the list."""
TITLE = 100
FOLDER = Path(__file__).resolve().parent / "mails"


@dataclass(frozen=True, slots=True)
class News:
    """`origin` is the web app's own, from the configuration."""

    notice: Notice
    member: OrgMember
    org: Org
    tenant: Tenant
    origin: str

    @property
    def language(self) -> str:
        return self.member.language

    @property
    def settings_url(self) -> str:
        return self.page("/account")

    def page(self, path: str, **query: str) -> str:
        """The company is named, because an account may be a member of several."""
        return f"{self.origin}{path}?{urlencode({**query, 'company': self.tenant.id})}"

    def name_of(self, member_id: str) -> str:
        member = self.org.member(member_id)
        return one_line(member.name) if member else ""

    def at(self, text: str) -> str:
        return moment(text, self.language, self.tenant.zone)


def foot(told: News, words: Mapping[str, str]) -> dict[str, Any]:
    return {
        "foot": fill(words["foot"], {"company": one_line(told.tenant.company)}),
        "foot_link": words["settings"],
        "foot_url": told.settings_url,
    }
