"""The rules of identity as plain values and functions: e-mail addresses, passwords, tokens, sessions, links."""
