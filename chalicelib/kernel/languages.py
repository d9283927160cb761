"""The languages that Banli speaks; the first is spoken to whoever does not say."""

LANGUAGES = ("zh-CN", "en")
DEFAULT_LANGUAGE = LANGUAGES[0]
