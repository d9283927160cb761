"""`python -m tools <command>`: the map of commands. `make` calls it, in the environment that bootstrap.py made."""

import signal
import sys
from collections.abc import Callable
from importlib import import_module

from .terminal import Stop

COMMANDS = {
    "setup": "tools.setup",
    "up": "tools.local.up",
    "down": "tools.local.down",
    "reset": "tools.local.reset",
    "logs": "tools.local.logs",
    "doctor": "tools.local.doctor",
    "mail": "tools.local.mail",
    "dev": "tools.local.dev",
    "demo": "tools.demo",
    "journey": "tests.journey",
    "test": "tools.checks.full",
    "check": "tools.checks.fast",
    "e2e": "tools.checks.e2e",
    "browser": "tools.checks.browser",
    "bench": "tools.checks.bench",
    "load": "tools.checks.load",
    "drill": "tests.drill",
    "prove": "tests.prove",
    "lock": "tools.lock",
    "openapi": "tools.openapi",
    "condition-schema": "tools.condition_schema",
    "formula-functions": "tools.formula_functions",
    "package": "tools.deploy.package",
    "deploy": "tools.deploy.aws",
}
"""Each module has `main() -> int`, the exit code."""


def main() -> int:
    name = sys.argv[1] if len(sys.argv) > 1 else ""
    if name not in COMMANDS:
        print("Commands: " + ", ".join(COMMANDS), file=sys.stderr)
        return 2
    # Whatever ends us (Ctrl-C, a closed terminal, `kill`) ends us in order, even if a script said to ignore it.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.default_int_handler)
    command: Callable[[], int] = import_module(COMMANDS[name]).main
    try:
        return command()
    except Stop as stop:
        print(f"\n{stop}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main())
