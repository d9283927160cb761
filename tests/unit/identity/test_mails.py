"""Mails: right link, right language, no way for user text to become markup, a header or a link."""

from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest

from chalicelib.identity.domain.devices import device_name
from chalicelib.identity.domain.links import INVITE, RESET, SIGN_UP, Link
from chalicelib.identity.letters import PATHS, write_account_exists, write_mail

ORIGIN = "https://banli.test"


def link(purpose: str = "invite", **data: str) -> Link:
    return Link("d" * 26, purpose, "a@b.co", datetime(2026, 11, 22, tzinfo=UTC), dict(data))


class Anchors(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.targets: list[str | None] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "a":
            self.targets.append(dict(attrs)["href"])


@pytest.mark.parametrize("purpose", [SIGN_UP, INVITE, RESET])
@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_every_mail_leads_to_our_own_page_and_nowhere_else(purpose: str, language: str) -> None:
    mail = write_mail(link(purpose, company="Acme", inviter="Li"), "tok.en", language, ORIGIN + "/")
    url = f"{ORIGIN}{PATHS[purpose]}#token=tok.en"
    seen = Anchors()
    seen.feed(mail.html)
    assert set(seen.targets) == {url}
    assert url in mail.text.splitlines()
    assert "{" not in mail.subject + mail.text
    assert f'lang="{language}"' in mail.html


def test_an_unknown_language_is_answered_in_chinese() -> None:
    assert "重设" in write_mail(link("reset"), "t", "fr", ORIGIN).subject


def test_user_text_is_no_markup_no_header_and_no_link() -> None:
    mail = write_mail(
        link(company="<b>Acme</b>\r\nBcc: x@y.co", inviter="Visit https://evil.example now"), "t", "en", ORIGIN
    )
    assert "\n" not in mail.subject
    assert "\r" not in mail.subject
    assert "&lt;b&gt;Acme&lt;/b&gt; Bcc" in mail.html
    seen = Anchors()
    seen.feed(mail.html)
    assert "b" not in seen.tags
    assert "evil.example" not in mail.html + mail.text + mail.subject
    assert "https://evil" not in mail.text


def test_a_company_that_ends_in_a_dot_keeps_it() -> None:
    assert "Acme Co., Ltd." in write_mail(link(company="Acme Co., Ltd.", inviter="Li"), "t", "en", ORIGIN).text


def test_user_text_that_looks_like_a_placeholder_is_left_alone() -> None:
    mail = write_mail(link(company="{url}", inviter="{intro}"), "secret-token", "en", ORIGIN)
    assert "secret-token" not in mail.subject
    assert mail.text.count("secret-token") == 1


@pytest.mark.parametrize(
    ("user_agent", "name"),
    [
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0", "Edge · Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17 like Mac OS X) Safari/604.1 MicroMessenger/8.0", "WeChat · iPhone"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0", "Firefox · Linux"),
        ("curl/8.4.0", "curl/8.4.0"),
        ("", ""),
    ],
)
def test_devices_have_names_that_people_know(user_agent: str, name: str) -> None:
    assert device_name(user_agent) == name


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_who_has_an_account_is_shown_both_ways_on(language: str) -> None:
    mail = write_account_exists(link(SIGN_UP), "tok.en", language, ORIGIN)
    seen = Anchors()
    seen.feed(mail.html)
    assert set(seen.targets) == {f"{ORIGIN}/verify#token=tok.en", f"{ORIGIN}/sign-in"}
    assert f"{ORIGIN}/sign-in" in mail.text.splitlines()
