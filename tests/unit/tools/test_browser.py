"""The client of the journey and of the tests stays signed in however long they take."""

from collections.abc import Mapping

from tools.client.browser import REFRESH, Browser

Reply = tuple[int, Mapping[str, str], bytes]
UNAUTHENTICATED: Reply = (401, {}, b'{"code":"unauthenticated"}')


class SafeHttpClient:
    """Lets in after a refresh, if there is a session to renew; notes what was asked, and under which key."""

    def __init__(self, *, session: bool) -> None:
        self.asked: list[tuple[str, str]] = []
        self._session, self._open = session, False

    def send(self, method: str, path: str, headers: Mapping[str, str], body: bytes) -> Reply:
        self.asked.append((path, headers.get("Idempotency-Key", "")))
        if path == REFRESH:
            self._open = self._session
            return (204, {}, b"") if self._session else UNAUTHENTICATED
        return (200, {}, b"{}") if self._open else UNAUTHENTICATED


def test_an_ended_access_is_renewed_and_the_same_request_sent_again() -> None:
    door = SafeHttpClient(session=True)
    assert Browser(door).ask("POST", "/v1/forms", {}).status == 200
    (first, key), (second, _), (third, again) = door.asked
    assert (first, second, third) == ("/v1/forms", REFRESH, "/v1/forms")
    assert key == again


def test_who_has_no_session_is_told_so_after_one_try() -> None:
    door = SafeHttpClient(session=False)
    assert Browser(door).ask("GET", "/v1/me").status == 401
    assert [path for path, _ in door.asked] == ["/v1/me", REFRESH]
    assert Browser(door).ask("POST", REFRESH, {}).status == 401
    assert len(door.asked) == 3
