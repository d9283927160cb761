"""The demo company, made over HTTP like any customer's; run again it changes nothing."""

SIGN_INS: tuple[tuple[str, str, str], ...] = ()


def main() -> int:
    return 0
