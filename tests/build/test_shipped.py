"""What ships beside the advice: letters for every language of the kit, and icons that take our colours."""

import environment
import fonts
import pytest
from fontTools.ttLib import TTFont

ICONS = environment.ROOT / "resources" / "icons"


WEIGHTS = [(family, *style) for family, (styles, _licence) in fonts.TYPEFACES.items() for style in styles.items()]


@pytest.mark.parametrize(("family", "weight", "style"), WEIGHTS, ids=str)
def test_each_weight_belongs_to_the_family_and_writes_every_language(family, weight, style):
    font = TTFont(fonts.TARGET / f"{family.replace(' ', '')}-{style}.ttf")
    assert font["OS/2"].usWeightClass == weight
    assert font["name"].getDebugName(fonts.TYPOGRAPHIC_FAMILY) == family
    assert not [line for line in fonts.missing_letters(font) if not line.endswith("complete")]


@pytest.mark.parametrize("icon", sorted(ICONS.glob("*.svg")), ids=lambda path: path.stem)
def test_each_icon_can_be_coloured(icon):
    text = icon.read_text(encoding="utf-8")
    assert 'stroke="currentColor"' in text
    assert 'viewBox="0 0 24 24"' in text


LICENCES = [ICONS / "LICENSE.txt", *(fonts.TARGET / licence for _styles, licence in fonts.TYPEFACES.values())]


@pytest.mark.parametrize("licence", LICENCES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_work_of_others_carries_its_licence(licence):
    assert licence.stat().st_size > 0
