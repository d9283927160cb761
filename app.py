"""The map of Banli: every context, lowest first, and all that they declare of themselves (`<context>/context.py`).

A new context is its folder and its line here. Handlers that are not HTTP become functions of this module: registered by
a Blueprint they would be packaged under another one and bypass this file in AWS, though the test client runs them.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from chalice import Chalice

from chalicelib import edge
from chalicelib.kernel.contexts import Context, declare

CONTEXTS: tuple[Context, ...] = tuple(
    import_module(f"chalicelib.{name}.context").CONTEXT
    for name in (
        "edge",
        "tenancy",
        "jobs",
        "identity",
        "directory",
        "apps",
        "forms",
        "comments",
        "flows",
        "integrations",
        "notifications",
    )
)
declare(CONTEXTS)

# Chalice would set its logger, which is named as ours is, to ERROR; so would an assignment to app.debug.
app = Chalice(app_name="banli", debug=False, configure_logs=False)
edge.attach(app)
for context in CONTEXTS:
    for blueprint in context.blueprints:
        app.register_blueprint(blueprint)
    for name, function in context.functions.items():
        # Chalice tells Lambda to call `app.<the function's own name>`.
        globals()[name] = app.lambda_function(name=name)(function)

if TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        """The functions of all contexts, by name."""
