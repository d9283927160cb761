"""The wire of a real installation, and the mails of the local cloud behind it."""

from collections.abc import Mapping

import requests

SECONDS = 60


class HttpWire:
    """One person's connection to `base_url`; proxies of the environment are not asked."""

    def __init__(self, base_url: str) -> None:
        self._base = base_url.rstrip("/")
        self._session = requests.Session()
        self._session.trust_env = False

    def send(
        self, method: str, path: str, headers: Mapping[str, str], body: bytes
    ) -> tuple[int, Mapping[str, str], bytes]:
        reply = self._session.request(
            method, self._base + path, headers=dict(headers), data=body, timeout=SECONDS, allow_redirects=False
        )
        return reply.status_code, reply.headers, reply.content
