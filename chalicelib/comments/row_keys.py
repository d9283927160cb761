"""The keys of comments and followers: each in a partition of its record."""

from ..kernel.unit_of_work import Key


def comments_partition(record_id: str) -> str:
    return f"comments#{record_id}"


def comment(record_id: str, comment_id: str) -> Key:
    """In the order of time, because ids are."""
    return Key(comments_partition(record_id), comment_id)


def followers_partition(record_id: str) -> str:
    return f"record_followers#{record_id}"


def follower(record_id: str, member_id: str) -> Key:
    return Key(followers_partition(record_id), member_id)
