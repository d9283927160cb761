"""What the product logs, line by line as it would be written."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from chalicelib.edge import observe


class _Hearing(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.setFormatter(observe.logger.registered_formatter)

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@contextmanager
def heard() -> Iterator[list[str]]:
    """The lines so far; inside, they grow."""
    hearing, logger = _Hearing(), logging.getLogger("banli")
    logger.addHandler(hearing)
    try:
        yield hearing.lines
    finally:
        logger.removeHandler(hearing)
