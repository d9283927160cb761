"""What the mails with one-time links say: small files of words, one a purpose, in the layout of `edge.mail`.

They go to addresses that nobody has proved to own yet, so what a user wrote in them (a company's name) is short and
carries no address that a mail client would make a link of.
"""

from dataclasses import replace
from pathlib import Path

from ..edge.mail import Entry, Letter, Mail, defanged, fill, one_line, wording, write
from .domain.links import Link

PATHS = {"sign_up": "/verify", "invite": "/join", "reset": "/reset-password"}
"""Where the web app takes each token: behind the `#`, so that no server or proxy ever logs it."""
SIGN_IN_PATH = "/sign-in"

_FOLDER = Path(__file__).resolve().parent / "mails"


def write_mail(link: Link, token: str, language: str, origin: str) -> Mail:
    """`origin` is the web app's own, from the configuration; a request never has a say in where a link leads."""
    shown = {name: defanged(one_line(str(link.data.get(name, "")))) for name in ("company", "inviter")}
    said = {part: fill(text, shown) for part, text in wording(_FOLDER, link.purpose, language).items()}
    return write(_letter(said, _url(link, token, origin), language))


def write_account_exists(link: Link, token: str, language: str, origin: str) -> Mail:
    """For a sign-up of somebody who has an account: where to sign in, and the link to one more company."""
    said = wording(_FOLDER, "account_exists", language)
    sign_in = Entry(said["sign_in"], said["sign_in_note"], f"{origin.rstrip('/')}{SIGN_IN_PATH}")
    return write(replace(_letter(said, _url(link, token, origin), language), entries=(sign_in,)))


def _url(link: Link, token: str, origin: str) -> str:
    return f"{origin.rstrip('/')}{PATHS[link.purpose]}#token={token}"


def _letter(said: dict[str, str], url: str, language: str) -> Letter:
    return Letter(
        language=language,
        subject=said["subject"],
        heading=said["heading"],
        intro=said["intro"],
        button=said["button"],
        url=url,
        preview=said["preview"],
        copy=said["copy"],
        small=(said["limits"], said["ignore"]),
        foot=wording(_FOLDER, "foot", language)["foot"],
    )
