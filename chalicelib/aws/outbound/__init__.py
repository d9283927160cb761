"""The one HTTP client for addresses that a tenant names (webhooks, later connectors and imports).

A server that calls any URL it is given calls its own metadata service for an attacker. So this client parses strictly,
speaks only https on two ports, resolves a name once, refuses unless *every* answer is a public address, connects to
exactly the address it checked, follows no redirect, uses no proxy, and bounds time and bytes. Every failure behind
the name is one answer (`NoAnswer`): whoever may set a URL must not learn which ports are open where.

`url.py` what may be asked for · `addresses.py` which addresses are public · `transport.py` connecting and
reading within a deadline · `client.py` the whole.
"""

from .client import Answer, NoAnswer, SafeHttpClient, UrlRefused, safe_http_client

__all__ = ["Answer", "NoAnswer", "SafeHttpClient", "UrlRefused", "safe_http_client"]
