"""The voice in a process of its own: it is started late, heard, stopped, and given up when it hangs."""

import time

import pytest
from PySide6.QtCore import QProcess

from kit.app.speech.voice import NO_ENGINE, NO_SOUND, NO_VOICE, Voice
from tests.app.speech import speakers

SENTENCE = "Put your baby on the back to sleep."


@pytest.fixture
def voice_of(qapp):
    made = []

    def make(command, **limits):
        made.append(Voice(command, **limits))
        return made[-1]

    yield make
    for each in made:
        each.close()


def heard_from(voice):
    found = []
    voice.silenced.connect(found.append)
    return found


def test_nothing_is_started_before_the_first_sentence(voice_of, qtbot):
    voice = voice_of(speakers.GOOD)
    assert not voice.is_started
    with qtbot.waitSignal(voice.said):
        voice.say(SENTENCE)
    assert voice.is_started


def test_one_sentence_after_the_other(voice_of, qtbot):
    voice = voice_of(speakers.GOOD)
    for _ in range(3):
        with qtbot.waitSignal(voice.said):
            voice.say(SENTENCE, slower=True)


def test_a_voice_that_hangs_keeps_nobody_waiting_and_is_ended(voice_of, qtbot):
    voice = voice_of(speakers.WEDGED, opening_ms=300)
    found = heard_from(voice)
    begun = time.perf_counter()
    voice.say(SENTENCE)
    voice.stop()
    voice.say(SENTENCE)
    assert time.perf_counter() - begun < 0.2
    process = voice.findChild(QProcess)
    with qtbot.waitSignal(process.finished):
        pass
    assert found == [NO_SOUND]
    assert voice.is_silent()


def test_a_voice_that_speaks_for_ever_has_no_sound(voice_of, qtbot):
    voice = voice_of(speakers.NO_SOUND, least_ms=200)
    with qtbot.waitSignal(voice.silenced, timeout=8000) as told:
        voice.say("Hello.")
    assert told.args == [NO_SOUND]


def test_it_is_said_once(voice_of, qtbot):
    voice = voice_of(speakers.NO_ENGINE)
    found = heard_from(voice)
    with qtbot.waitSignal(voice.silenced):
        voice.say(SENTENCE)
    voice.say(SENTENCE)
    voice.stop()
    assert found == [NO_ENGINE]
    assert not voice.is_started


def test_a_language_without_a_voice_leaves_the_others(voice_of, qtbot):
    voice = voice_of(speakers.ENGLISH_ONLY)
    with qtbot.waitSignal(voice.silenced) as told:
        voice.say("Zawsze.", "pl")
    assert told.args == [NO_VOICE]
    assert voice.is_silent("pl")
    assert not voice.is_silent("en")
    with qtbot.waitSignal(voice.said):
        voice.say(SENTENCE, "en")


@pytest.mark.parametrize("command", [speakers.DIES, ("no-such-program-anywhere",)])
def test_a_speaker_that_dies_or_is_not_there(voice_of, qtbot, command):
    voice = voice_of(command)
    with qtbot.waitSignal(voice.silenced) as told:
        voice.say(SENTENCE)
    assert told.args == [NO_ENGINE]


def test_without_a_command_it_is_silent_from_the_start(voice_of):
    voice = voice_of(())
    assert voice.is_silent()
    voice.say(SENTENCE)
    assert not voice.is_started


def test_what_is_not_ours_or_not_of_now_is_passed_over(voice_of, qtbot):
    voice = voice_of(speakers.BABBLES)
    count = []
    voice.said.connect(lambda: count.append(1))
    with qtbot.waitSignal(voice.said):
        voice.say(SENTENCE)
    assert count == [1]


def test_closing_ends_a_voice_that_hangs(voice_of, qtbot):
    voice = voice_of(speakers.WEDGED)
    voice.say(SENTENCE)
    process = voice.findChild(QProcess)
    qtbot.waitUntil(lambda: process.state() is QProcess.ProcessState.Running)
    ended = []
    process.finished.connect(lambda *_: ended.append(1))
    voice.close()
    assert ended == [1]
