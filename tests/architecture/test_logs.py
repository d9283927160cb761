"""The one log line of a call is really written once the app is loaded."""

import logging

from app import app
from chalicelib.edge.observe import logger


def test_loading_the_app_leaves_our_log_level_alone() -> None:
    """Chalice sets its own logger, named for the app, to ERROR: ours has that name."""
    assert app.app_name == "banli"
    assert logging.getLogger("banli").isEnabledFor(logging.INFO)
    assert logger.log_level <= logging.INFO
