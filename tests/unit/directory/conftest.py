"""The rights that a role may hold are those that the contexts declare."""

import app

__all__ = ["app"]
