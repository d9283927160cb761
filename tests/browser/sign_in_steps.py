"""The ways in: signing up by a mailed link, accepting an invitation, signing in."""

from tools.client import Mailbox, link_token

from .screen import Screen


def sign_up(screen: Screen, mailbox: Mailbox, *, company: str, name: str, email: str, password: str) -> None:
    words = screen.words
    screen.go("/sign-up")
    screen.write(words("directory:signUp.company"), company)
    screen.write(words("directory:signUp.name"), name)
    screen.write(words("directory:signUp.email"), email)
    screen.write(words("directory:signUp.password"), password)
    screen.press("directory:signUp.submit")
    screen.sees_title(words("directory:signUp.sentTitle"))
    screen.go(f"/verify#token={link_token(mailbox, email)}")
    screen.press("directory:verify.submit")
    screen.says("app:home.title", name=name)


def join(screen: Screen, mailbox: Mailbox, *, company: str, name: str, email: str, password: str) -> None:
    """With the newest invitation."""
    words = screen.words
    screen.go(f"/join#token={link_token(mailbox, email)}")
    screen.sees_title(words("directory:join.title", company=company))
    screen.write(words("directory:join.password"), password)
    screen.press("directory:join.submit")
    screen.says("app:home.title", name=name)


def sign_in(screen: Screen, email: str, password: str) -> None:
    screen.write(screen.words("identity:email"), email)
    screen.write(screen.words("identity:password"), password)
    screen.press("identity:signIn.submit")
