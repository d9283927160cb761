"""Which adapter stands behind which port of comments."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .service import BesideRecords, Comments
    from .store import CommentRepository, FollowerRepository


@cache
def comment_repository() -> CommentRepository:
    from ..aws.table import table
    from .store import CommentRepository

    return CommentRepository(table)


@cache
def follower_repository() -> FollowerRepository:
    from ..aws.table import table
    from .store import FollowerRepository

    return FollowerRepository(table)


@cache
def comments() -> Comments:
    from ..directory import api as directory
    from ..forms import api as forms
    from .service import Comments

    return Comments(comment_repository(), follower_repository(), records=forms, directory=directory)


@cache
def beside_records() -> BesideRecords:
    from .service import BesideRecords

    return BesideRecords(comment_repository(), follower_repository())
