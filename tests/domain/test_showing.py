"""Several questions, one understanding: the weakest of what was checked."""

import pytest

from kit.domain.advice import Understanding
from kit.domain.showing import weakest

SHOWED, TOLD = Understanding.SHOWED_ME, Understanding.TOLD_ME
NOT_YET, NOT_CHECKED = Understanding.NOT_YET, Understanding.NOT_CHECKED


@pytest.mark.parametrize(
    ("answers", "understood"),
    [
        ([SHOWED], SHOWED),
        ([SHOWED, TOLD], TOLD),
        ([NOT_YET, SHOWED], NOT_YET),
        ([NOT_CHECKED, SHOWED], SHOWED),
        ([NOT_CHECKED, NOT_CHECKED], NOT_CHECKED),
        ([NOT_CHECKED, NOT_YET], NOT_YET),
        ([Understanding("drew-it")], NOT_CHECKED),
        ([], NOT_CHECKED),
    ],
)
def test_the_weakest_of_what_was_checked_counts(answers, understood):
    assert weakest(answers) is understood
    assert weakest(reversed(answers)) is understood
