"""A customer's side of Banli for the journey and the demo: browsers that speak to the API over HTTP, and a mailbox.

Nothing here imports the product, so that what these tools prove is what anybody outside can do.
"""

from .browser import Answer, Browser, Mismatch, Wire
from .company import Company, Person, new_company
from .mailbox import Mail, Mailbox, link_token
from .waiting import wait_for

__all__ = [
    "Answer",
    "Browser",
    "Company",
    "Mail",
    "Mailbox",
    "Mismatch",
    "Person",
    "Wire",
    "link_token",
    "new_company",
    "wait_for",
]
