"""The process with the voice, here with Qt's silent engine, which the kit itself never takes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from kit import places
from kit.app.speech.lines import Ask, line_of
from kit.app.speech.speaker import ENGINES, Speaker, best_locale

ROOT = Path(__file__).parents[3]


@pytest.fixture
def answers(capfd):
    """What was answered so far."""
    heard = []

    def read():
        heard.extend(json.loads(line) for line in capfd.readouterr().out.splitlines())
        return heard

    return read


def test_the_silent_engine_is_never_taken():
    assert "mock" not in {each for engines in ENGINES.values() for each in engines}
    assert set(ENGINES) == {"linux", "win32", "darwin"}


def test_without_an_engine_it_says_so(qapp, answers):
    speaker = Speaker(("none-such",))
    speaker.heard.emit(line_of(Ask.OPEN, language="en"))
    assert answers() == [{"word": "no-engine"}]


def test_a_language_without_a_voice_is_not_read_in_another(qapp, answers):
    speaker = Speaker(("mock",))
    speaker.heard.emit(line_of(Ask.OPEN, language="so"))
    speaker.heard.emit(line_of(Ask.OPEN, language="en"))
    assert answers() == [{"word": "no-voice", "language": "so"}, {"word": "ready", "language": "en"}]


def test_each_sentence_is_answered_by_its_number(qapp, qtbot, answers):
    speaker = Speaker(("mock",))
    speaker.heard.emit(line_of(Ask.OPEN, language="en"))
    speaker.heard.emit(line_of(Ask.SAY, number=7, text="Every sleep.", rate=0.0))
    qtbot.waitUntil(lambda: {"word": "said", "number": 7} in answers())


def test_a_sentence_that_was_stopped_is_not_answered(qapp, qtbot, answers):
    speaker = Speaker(("mock",))
    speaker.heard.emit(line_of(Ask.OPEN, language="en"))
    speaker.heard.emit(line_of(Ask.SAY, number=1, text="Put your baby on the back for every sleep.", rate=0.0))
    speaker.heard.emit(line_of(Ask.STOP))
    speaker.heard.emit(line_of(Ask.SAY, number=2, text="Day.", rate=-0.5))
    qtbot.waitUntil(lambda: {"word": "said", "number": 2} in answers())
    assert [each for each in answers() if each.get("number") == 1] == []


def test_what_it_does_not_know_is_passed_over(qapp, answers):
    speaker = Speaker(("mock",))
    for line in (b"nonsense\n", b'"open"\n', line_of(Ask.SAY, number=1, text="Too early."), line_of(Ask.STOP)):
        speaker.heard.emit(line)
    assert answers() == []


@pytest.mark.parametrize(
    ("language", "there", "best"),
    [
        ("en", ["en_US", "en_GB", "pl_PL"], "en_GB"),
        ("en", ["pl_PL", "en_US"], "en_US"),
        ("pl", ["en_GB", "pl_PL"], "pl_PL"),
        ("so", ["en_GB", "pl_PL"], None),
    ],
)
def test_the_nearest_voice_of_the_language(language, there, best):
    found = best_locale(language, [QLocale(each) for each in there])
    assert (found.name() if found else None) == best


def test_it_ends_when_the_window_is_gone():
    command = [*places.reader(), "--read-aloud"]
    done = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=60)  # noqa: S603 - our own
    assert (done.returncode, done.stdout) == (0, b"")


def test_it_is_in_no_help():
    done = subprocess.run([sys.executable, "-m", "kit", "--help"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "read-aloud" not in done.stdout
