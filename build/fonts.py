"""Make the font files of `resources/fonts` from the unpacked npm package of a typeface.

    python build/fonts.py <folder of @fontsource/atkinson-hyperlegible-next, or of @fontsource/lexend>

Not part of set-up: run it only to take up a new version of a typeface. The packages split each weight into a latin
and a latin-ext file; loaded side by side some letters fall back to another face, so they become one file here.
"""

import shutil
import sys
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

FAMILY = "Atkinson Hyperlegible Next"
STYLES = {400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold"}
WIDE_FAMILY = "Lexend"
WIDE_STYLES = {400: "Regular", 600: "SemiBold"}
TYPEFACES = {FAMILY: (STYLES, "LICENSE.txt"), WIDE_FAMILY: (WIDE_STYLES, "LICENSE-Lexend.txt")}
"""The weights of each typeface, and the file its licence is kept in."""
TARGET = Path(__file__).parents[1] / "resources" / "fonts"

LETTERS = {
    "English": "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789£€–‘’“”…•·×½",
    "Polish": "ĄĆĘŁŃÓŚŹŻąćęłńóśźż",
    "Romanian": "ĂÂÎȘȚăâîșț",
    "Turkish": "ÇĞİÖŞÜçğıöşü",
    "Welsh": "ÂÊÎÔÛŴŶâêîôûŵŷ",
}

TYPOGRAPHIC_FAMILY, TYPOGRAPHIC_STYLE = 16, 17
WINDOWS_UNICODE_ENGLISH = (3, 1, 0x409)


def main(package: Path) -> None:
    """Write every weight and the licence, and say which letters are missing."""
    TARGET.mkdir(parents=True, exist_ok=True)
    stem = next(iter((package / "files").glob("*-latin-400-normal.woff"))).name.partition("-latin-")[0]
    family = next(each for each in TYPEFACES if each.lower().replace(" ", "-") == stem)
    styles, licence = TYPEFACES[family]
    for weight, style in styles.items():
        font = merged(package, stem, weight)
        name_as_one_family(font, family, style)
        path = TARGET / f"{family.replace(' ', '')}-{style}.ttf"
        font.save(path)
        print(f"{path.name}: {path.stat().st_size // 1024} KB, {len(font.getBestCmap())} characters")
    print(*missing_letters(font), sep="\n")
    shutil.copyfile(package / "LICENSE", TARGET / licence)


def merged(package: Path, stem: str, weight: int) -> TTFont:
    """One weight with the letters of both files."""
    parts = [package / "files" / f"{stem}-{subset}-{weight}-normal.woff" for subset in ("latin", "latin-ext")]
    font = Merger().merge([str(part) for part in parts])
    font.flavor = None
    font["OS/2"].usWeightClass = weight
    keep_dates(font, TTFont(parts[0]))
    return font


def keep_dates(font: TTFont, original: TTFont) -> None:
    """Take the dates of the original, so that two runs give the same bytes."""
    font.recalcTimestamp = False
    font["head"].created = original["head"].created
    font["head"].modified = original["head"].modified


def name_as_one_family(font: TTFont, family: str, style: str) -> None:
    """Add the names by which Medium and SemiBold join the family of Regular and Bold."""
    font["name"].setName(family, TYPOGRAPHIC_FAMILY, *WINDOWS_UNICODE_ENGLISH)
    font["name"].setName(style, TYPOGRAPHIC_STYLE, *WINDOWS_UNICODE_ENGLISH)


def missing_letters(font: TTFont) -> list[str]:
    """For each language, the letters this font cannot write."""
    held = font.getBestCmap()
    missing = {language: [each for each in letters if ord(each) not in held] for language, letters in LETTERS.items()}
    return [f"{language}: {' '.join(letters) or 'complete'}" for language, letters in missing.items()]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
