"""`kit library show CODE` prints the words of a sheet found at a home."""

import pytest

from kit.cli.show import show_text
from kit.domain.advice import Idea, Topic, VariantKey
from kit.domain.errors import UnknownError
from tests import fakes

IDEA = Idea("baby", "Put your baby on their back.", ("Do this for every sleep.",), writing_lines=2)
LIBRARY = fakes.FakeLibrary(
    fakes.resource("walk-away"), fakes.resource("safe", topic=Topic.DOMESTIC_ABUSE, is_sensitive=True), ideas=(IDEA,)
)


def code_of(resource_id):
    resource = LIBRARY.resource(resource_id)
    return resource.text_code(LIBRARY.variant(resource_id, VariantKey.named("easy-read")))


def test_the_words_are_printed(capsys):
    assert show_text(code_of("walk-away"), LIBRARY) == 0
    assert capsys.readouterr().out.splitlines() == [
        *("Walk away", f"{code_of('walk-away')} · version 1", ""),
        *("Put your baby on their back.", "  Do this for every sleep.", "  [Space to write]"),
    ]


def test_a_newer_text_says_that_it_is_newer(capsys):
    show_text(code_of("walk-away")[:-4] + "0000", LIBRARY)
    assert "The words have changed" in capsys.readouterr().out


def test_what_is_sensitive_is_not_shown(capsys):
    with pytest.raises(UnknownError):
        show_text(code_of("safe"), LIBRARY)
    assert capsys.readouterr().out == ""
