"""The only door to AWS: tenant-keyed table, outbox relay, bus, executions, schedules, blobs, mail, secrets.

Every adapter takes a `UnitOfWork` or an `Actor` and puts the tenant into the key, path or message itself; none has an
overload without one. Clients are built on first use with short timeouts, because a request that hangs beyond API
Gateway's 29 s is answered 504 while its write lands.
"""
