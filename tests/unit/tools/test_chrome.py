"""Where the browser tests find a browser, and what is said when there is none."""

from pathlib import Path

import pytest

from tools.local import chrome
from tools.terminal import Stop


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with nothing on it."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(chrome, "APPLICATIONS", ())
    return tmp_path


def _program(folder: Path, name: str) -> Path:
    program = folder / name
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    return program


@pytest.mark.parametrize("name", ["chromium", "google-chrome", "microsoft-edge"])
def test_any_browser_of_the_family_will_do(path: Path, name: str) -> None:
    program = _program(path, name)

    assert chrome.require() == str(program)


def test_the_one_that_is_named_comes_first(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _program(path, "chromium")
    named = _program(path, "my-chrome")
    monkeypatch.setenv("CHROMIUM", str(named))

    assert chrome.require() == str(named)


def test_without_one_a_sentence_says_how_to_get_it(path: Path) -> None:
    assert chrome.find() == ""
    with pytest.raises(Stop, match="apt install chromium"):
        chrome.require()


def test_a_name_that_is_no_program_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "/no/such/browser")

    with pytest.raises(Stop, match="/no/such/browser"):
        chrome.find()
