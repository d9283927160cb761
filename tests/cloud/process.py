"""What a process of the product keeps from one invocation to the next, and how it is forgotten."""

from importlib import import_module

from chalicelib.aws import blobs, clients, outbound, secrets, table


def forget_process() -> None:
    """Drop whatever holds on to the cloud before: clients, the table, secrets."""
    for cached in (
        table.table,
        clients.client,
        secrets.signing_key,
        secrets._master,
        blobs._s3,
        outbound.safe_http_client,
    ):
        cached.cache_clear()


def cold_start() -> None:
    """A new process: whatever the code keeps from one invocation to the next is gone (connections cost only time).

    The application is imported here, not above: a benchmark decides first where its log goes.
    """
    from app import CONTEXTS
    from chalicelib.directory import store as directory_store

    secrets.signing_key.cache_clear()
    secrets._master.cache_clear()
    for remembered in (directory_store._CACHED, directory_store._DONE):
        remembered.clear()
    for context in CONTEXTS:
        if context.name == "edge":
            continue
        for made in vars(import_module(f"chalicelib.{context.name}.wiring")).values():
            if hasattr(made, "cache_clear"):
                made.cache_clear()
