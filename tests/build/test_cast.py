"""Who is in the pictures: ordinary families of every kind, fathers as often as mothers."""

import pytest
from pictures import builds, cast, compose, figures, heads, palette, person

MEN = [person.MAN, builds.HEAVY_MAN, builds.YOUNG_MAN]
CAST = {name: each for name, each in vars(cast).items() if isinstance(each, person.Person)}
# They stand beside one of the cast, or help.
MINOR = {"MARCUS", "ROSA", "PRIYA", "SAM"}


@pytest.fixture(scope="module")
def appearances():
    """The adults whose head is drawn, picture by picture; pictures without one are left out."""
    seen = []

    def seeing(each, mood):
        seen.append(each)
        return heads.head(each, mood)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(figures, "head", seeing)
        return [adults for each in compose.SCENES.values() if (adults := _adults(each, seen))]


def _adults(scene, seen):
    seen.clear()
    scene.draw()
    return list(seen)


@pytest.mark.parametrize("name", CAST)
def test_everyone_of_the_cast_is_in_two_pictures_or_more(name, appearances):
    assert sum(CAST[name] in adults for adults in appearances) >= (1 if name in MINOR else 2)


def test_men_are_in_at_least_half_of_the_pictures_of_adults(appearances):
    assert sum(any(each.build in MEN for each in adults) for adults in appearances) * 2 >= len(appearances)


@pytest.mark.parametrize("skin", palette.SKIN)
def test_every_skin_tone_is_in_one_of_ten_pictures_of_adults(skin, appearances):
    assert sum(any(each.skin == skin for each in adults) for adults in appearances) * 10 >= len(appearances)


def test_no_two_of_the_cast_look_the_same():
    looks = [(each.skin, each.build, each.hair, each.hue, each.top) for each in CAST.values()]
    assert [each for each in looks if looks.count(each) > 1] == []
