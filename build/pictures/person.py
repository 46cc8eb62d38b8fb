"""What tells the adults apart. They are the same from page to page, with their clothes."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from pictures.faces import Lid
from pictures.hair import Hair
from pictures.ink import INNER, Point
from pictures.necklines import Neckline
from pictures.palette import CLOTH, HAIR, SHADE, SKIN

Nose: TypeAlias = Literal["plain", "broad", "soft", "small", "long"]
Beard: TypeAlias = Literal["full", "stubble", "moustache"]

THICK_ARM = 40


@dataclass(frozen=True)
class Build:
    """The frame of a half figure, the pit of its neck at 0,0. Men have wider necks and shoulders, not larger heads."""

    face: str
    brow_width: float
    head_y: float
    neck: float
    collar: Point
    pit: str
    trunk: str
    hips: tuple[float, float]
    shoulders: tuple[Point, Point]
    arm: tuple[float, float, float]

    @property
    def has_thick_arms(self) -> bool:
        """Whether the arms need paths of their own where they bend."""
        return self.arm[0] > THICK_ARM


WOMAN = Build(
    face="24,-32 29.4,-17 27.6,-6 29.6,6 27,20 20,34 10.5,42.4 0,42.4 -12,36 -23,24 -29,8 -36,-2 -38,-16 -31,-34 "
    "-14,-45 6,-45",
    brow_width=INNER,
    head_y=-54,
    neck=15,
    collar=(23, 2),
    pit="-11,14 10,15",
    trunk="-56,120 -63,76 -65,48 -51,20 -23,2! -11,14 10,15 23,1! 45,15 59,37 61,70 55,120",
    hips=(-54, 54),
    shoulders=((-46, 50), (43, 48)),
    arm=(37, 38, 27),
)

MAN = Build(
    face="24,-32 30,-17 28.2,-6 30.4,7 28.6,22 23,36 13,44.4 -2,45 -17,39 -27,25 -30,8 -37,-2 -39,-16 -32,-34 "
    "-14,-45 6,-45",
    brow_width=3.4,
    head_y=-57,
    neck=18,
    collar=(27, -1),
    pit="-13,14 12,15",
    trunk="-66,118 -75,70 -76,44 -60,17 -27,-1! -13,14 12,15 27,-2! 54,13 70,36 73,68 68,120",
    hips=(-68, 66),
    shoulders=((-54, 46), (52, 46)),
    arm=(44, 45, 33),
)


@dataclass(frozen=True)
class Person:
    """One adult. Age counts the sets of lines in the face, up to 2; the scarf is a colour of cloth, instead of hair."""

    skin: str
    build: Build
    hair: Hair
    hue: str
    top: str
    neckline: Neckline
    nose: Nose = "plain"
    lid: Lid = "creased"
    beard: Beard | None = None
    age: int = 0
    scarf: str | None = None
    has_glasses: bool = False

    @property
    def skin_colour(self) -> str:
        """The colour of face and hands."""
        return SKIN[self.skin]

    @property
    def shade(self) -> str:
        """The colour under the chin."""
        return SHADE[self.skin]

    @property
    def hair_colour(self) -> str:
        """The colour of what covers the head, and of the beard."""
        return CLOTH[self.scarf] if self.scarf else HAIR[self.hue]

    @property
    def cloth(self) -> str:
        """The colour of the top."""
        return CLOTH[self.top]
