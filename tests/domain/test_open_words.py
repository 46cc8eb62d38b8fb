"""What everybody in a family may read says nothing of what is private."""

import pytest

from kit.domain.errors import RuleError
from kit.domain.open_words import check_open_words


@pytest.mark.parametrize(
    "words",
    [
        "Talk about DV again",
        "domestic abuse",
        "He is ABUSIVE",
        "violence at home",
        "Marac on Friday",
        "coercive",
        "IDVA",
    ],
)
def test_what_is_private_is_refused_and_the_way_out_is_named(words):
    with pytest.raises(RuleError, match="private page") as refused:
        check_open_words(words, "agreed")
    assert refused.value.field == "agreed"


@pytest.mark.parametrize("words", ["", "Ring Nan at 10", "A DVD for the bath", "We keep the cot clear", "Refugee week"])
def test_what_anybody_may_read_is_left_alone(words):
    check_open_words(words)
