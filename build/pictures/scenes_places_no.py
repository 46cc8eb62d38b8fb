"""Safer sleep: where baby should not be put down. Things alone, and no person who does wrong."""

from pictures.baby import Baby
from pictures.baby_asleep import on_back
from pictures.bed import basket, bed
from pictures.cot import Cot
from pictures.home import sofa
from pictures.indoors import warm_air
from pictures.ink import INNER, Drawing, Group, group, place
from pictures.not_for_sleep import air_bed, bouncer, swing
from pictures.palette import CLOTH
from pictures.scene import scene
from pictures.signs import cross, small_cross
from pictures.travel_cot import TravelCot
from pictures.walls import radiator, sunny_window


@scene
def cot_by_radiator_no() -> Drawing:
    """Do not put the cot by a radiator or in the sun.

    An empty cot stands next to a hot radiator, under a sunny window with the cord of a blind. There is a red cross.
    """
    cot = Cot(112, 152, 0.76, length=232, width=112, low=36)
    return [
        sunny_window(cot.room, 10, 172, (118, 200)),
        radiator(cot.room, 34, 216, 104),
        warm_air(290, 130),
        cot.back,
        cot.front,
        cross(),
    ]


@scene
def no_sofa_bed_airbed() -> Drawing:
    """No sofa, no big bed, no air bed.

    A sofa, a big bed with a duvet and an air bed with its pump. Each one has a red cross.
    """
    large = bed(264, 52, 0.44, "plum")
    return [
        place(14, 22, sofa(0, 0, 250), scale=0.64),
        group("big-bed", large.back, large.duvet),
        air_bed(124, 168, 0.62),
        small_cross(162, 30),
        small_cross(362, 46),
        small_cross(276, 184),
    ]


@scene
def no_bouncer_swing() -> Drawing:
    """No bouncer and no swing for sleep.

    A sloping bouncy chair and a baby swing. Each one has a red cross.
    """
    return [bouncer(98, 268, 1.06), swing(296, 268, 0.94), small_cross(164, 118), small_cross(344, 78)]


@scene
def twins_in_basket_no() -> Drawing:
    """Do not put 2 babies in 1 Moses basket.

    A Moses basket seen from above. Two babies lie in it, close together. There is a red cross.
    """
    pair = [
        place(42, 0, on_back(Baby("s4", "mint", "black", is_small=True), "lilac"), scale=0.84),
        place(-40, 18, on_back(Baby("s4", "yellow", "black", is_small=True), "mint"), scale=0.84),
    ]
    return [basket(194, 152, 1.68, pair), cross()]


@scene
def travel_cot_quilt_no() -> Drawing:
    """Do not put a blanket under baby in a travel cot.

    An empty travel cot seen from above. A thick folded quilt lies on the mattress. There is a red cross.
    """
    cot = TravelCot(130, 62, 1.06)
    return [cot.back, _folded_quilt(cot), cot.front, cross()]


def _folded_quilt(cot: TravelCot) -> Group:
    """A quilt folded twice, flat on the mattress."""
    room, coral = cot.room, CLOTH["coral"]
    outline = "24,22 60,14 120,18 190,14 228,24 236,74 230,128 190,138 120,134 60,138 22,128 16,74"
    return group(
        "quilt",
        room.soft(outline, coral, z=2),
        room.soft(outline, coral, z=14),
        room.soft(outline, coral, z=26),
        [
            room.fold(each, INNER, z=27)
            for each in ("90,17 84,74 90,134", "160,16 154,74 160,136", "18,74 120,70 234,74")
        ],
    )
