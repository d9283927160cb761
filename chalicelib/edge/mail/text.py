"""The plain-text part: whole in itself, for whoever reads mail without HTML, by ear or on a watch."""

from collections.abc import Iterator

from .letter import Letter

SIGNED = "Banli 办理"


def to_text(letter: Letter) -> str:
    return "\n\n".join(part for part in _parts(letter) if part) + "\n"


def _parts(letter: Letter) -> Iterator[str]:
    colon = "：" if letter.language == "zh-CN" else ": "
    yield letter.heading
    yield letter.intro
    yield "\n".join(f"{fact.name}{colon}{fact.value}" for fact in letter.facts)
    if letter.said:
        quoted = "\n".join(f"> {line}" for line in letter.said.words.splitlines())
        yield f"{letter.said.by}{colon.rstrip()}\n{quoted}"
    for entry in letter.entries:
        yield "\n".join(line for line in (f"· {entry.title}", entry.note, entry.url) if line)
    yield f"{letter.button}{colon.rstrip()}\n{letter.url}"
    yield "\n".join(letter.small)
    foot = f"{letter.foot_link}{colon}{letter.foot_url}" if letter.foot_url else ""
    yield "\n".join(line for line in (f"— {SIGNED}", letter.foot, foot) if line)
