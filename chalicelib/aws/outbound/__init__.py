"""The one door for HTTP to addresses that a tenant names (webhooks, later connectors and imports).

A server that calls any URL it is given calls its own metadata service for an attacker. So this door parses strictly,
speaks only https on two ports, resolves a name once, refuses unless *every* answer is a public address, dials exactly
the address it judged, follows no redirect, uses no proxy, and bounds time and bytes. What failed behind the name is
one answer (`NoAnswer`): whoever may set a URL must not learn which ports are open where.

`url.py` what may be asked for · `addresses.py` which addresses are public · `wire.py` dialling and reading within a
deadline · `door.py` the whole.
"""

from .client import Answer, NoAnswer, SafeHttpClient, UrlRefused, safe_http_client

__all__ = ["Answer", "NoAnswer", "SafeHttpClient", "UrlRefused", "safe_http_client"]
