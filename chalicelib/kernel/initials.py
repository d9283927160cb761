"""Searching Chinese names by the first letters of their sounds: 华东阀门 is found by `hdfm`.

GB 2312 puts its 3,755 common characters in the order of their sounds, so that the code of one tells its first letter.
Rare characters that companies like to be called by, and those with several sounds, stand in a table.
"""

from bisect import bisect_right
from functools import lru_cache

_FIRST = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"
_LETTERS = "abcdefghjklmnopqrstwxyz"
_MORE = {
    "重": "c", "长": "c", "曾": "z", "单": "s", "解": "x", "仇": "q", "朴": "p", "覃": "q", "乐": "y", "行": "h",
    "厦": "x", "柏": "b", "查": "z", "盖": "g", "翟": "z", "尉": "y", "都": "d", "会": "k", "降": "x", "传": "z",
    "圳": "z", "鑫": "x", "晟": "s", "昊": "h", "淼": "m", "焱": "y", "钰": "y", "琪": "q", "睿": "r", "祺": "q",
    "珞": "l", "晖": "h", "昕": "x", "玥": "y", "琦": "q", "璟": "j", "懿": "y", "灏": "h", "麒": "q", "麟": "l",
    "骏": "j", "鸿": "h", "铭": "m", "濮": "p", "闵": "m", "邳": "p", "沭": "s", "衢": "q", "亳": "b", "嵊": "s",
}  # fmt: skip
_COMMON = (0xB0A1, 0xD7F9)


@lru_cache(maxsize=1)
def _bounds() -> list[int]:
    return [int.from_bytes(each.encode("gb2312"), "big") for each in _FIRST]


def first_letters(character: str) -> str:
    """The letters that a character may be found by: its own if it is one, of a Chinese one those of its sounds."""
    if character.isascii():
        return character.lower() if character.isalnum() else ""
    more = _MORE.get(character, "")
    try:
        code = int.from_bytes(character.encode("gb2312"), "big")
    except UnicodeEncodeError:
        return more
    if not _COMMON[0] <= code <= _COMMON[1]:
        return more
    return _LETTERS[bisect_right(_bounds(), code) - 1] + more


def sounds_like(text: str, letters: str) -> bool:
    """Whether characters in a row begin with these letters; signs between them do not count."""
    wanted = letters.lower()
    sounds = [found for each in text if (found := first_letters(each))]
    return any(
        all(letter in sounds[start + place] for place, letter in enumerate(wanted))
        for start in range(len(sounds) - len(wanted) + 1)
    )
