"""What the window and the speaker say to each other: one JSON object a line, over standard input and output."""

from __future__ import annotations

import json
from enum import StrEnum


class Ask(StrEnum):
    """What the window asks the speaker."""

    OPEN = "open"
    """Have a voice for a language ready."""
    SAY = "say"
    """Read one sentence; it is numbered, so that an answer to an older one is not taken for this one's."""
    STOP = "stop"
    """Be quiet at once."""


class Answer(StrEnum):
    """What the speaker answers."""

    READY = "ready"
    NO_VOICE = "no-voice"
    """This computer has voices, but none for the language."""
    NO_ENGINE = "no-engine"
    """This computer cannot read aloud at all."""
    SAID = "said"
    """The sentence of this number was read to its end."""
    BROKEN = "broken"
    """The voice stopped working."""


def line_of(word: Ask | Answer, **more: object) -> bytes:
    """One line."""
    return json.dumps({"word": word.value, **more}, ensure_ascii=True).encode() + b"\n"


def message_of(line: bytes) -> dict[str, object]:
    """What a line says; nothing when it is none of ours."""
    try:
        found = json.loads(line)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
