"""What ships beside the advice: letters for every language of the kit, and icons that take our colours."""

import environment
import fonts
import pytest
from fontTools.ttLib import TTFont

ICONS = environment.ROOT / "resources" / "icons"


@pytest.mark.parametrize("weight", fonts.STYLES)
def test_each_weight_belongs_to_the_family_and_writes_every_language(weight):
    font = TTFont(fonts.TARGET / f"AtkinsonHyperlegibleNext-{fonts.STYLES[weight]}.ttf")
    assert font["OS/2"].usWeightClass == weight
    assert font["name"].getDebugName(fonts.TYPOGRAPHIC_FAMILY) == fonts.FAMILY
    assert not [line for line in fonts.missing_letters(font) if not line.endswith("complete")]


@pytest.mark.parametrize("icon", sorted(ICONS.glob("*.svg")), ids=lambda path: path.stem)
def test_each_icon_can_be_coloured(icon):
    text = icon.read_text(encoding="utf-8")
    assert 'stroke="currentColor"' in text
    assert 'viewBox="0 0 24 24"' in text


@pytest.mark.parametrize("folder", [fonts.TARGET, ICONS], ids=lambda path: path.name)
def test_work_of_others_carries_its_licence(folder):
    assert (folder / "LICENSE.txt").stat().st_size > 0
