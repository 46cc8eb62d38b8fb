"""Smoke: outside, before the birth, and where baby sleeps when a parent smokes."""

from pictures.baby import Baby
from pictures.baby_awake import upright
from pictures.cast import DAWN, LEE, NADIA, TOM
from pictures.cigarettes import cigarettes
from pictures.figures import Figure, arm
from pictures.hands import Hand, cigarette, flat, mitt
from pictures.ink import Drawing, place
from pictures.outdoors import house_with_door, smoke
from pictures.palette import CLOTH
from pictures.scene import scene
from pictures.signs import tick
from pictures.sleepers import side_by_side


@scene
def smoke_outside() -> Drawing:
    """Smoke outside, away from baby.

    A man smokes outside. The door is shut. Inside the house a woman holds the baby.
    """
    dawn, tom = Figure(DAWN, 84, 148, 0.66), Figure(TOM, 294, 142, 0.68)
    return [
        house_with_door(176),
        dawn.bust("smile", tilt=4, long=260),
        place(132, 158, upright(Baby("s2", "mint", "dark", "awake"), 4), scale=0.68),
        dawn.arm("left", "42,212 62,240 116,226", Hand(flat, -6, 0.66)),
        tom.bust("calm", tilt=-2, long=260),
        tom.arm("left", "240,214 240,236 244,262", Hand(mitt, scale=0.66)),
        tom.arm("right", "346,244 342,214"),
        place(342, 214, cigarette(TOM.skin), scale=0.8, angle=-92, scale_y=-0.84),
        smoke(384, 122, 0.9),
    ]


@scene
def smoke_own_cot() -> Drawing:
    """If you smoke, baby sleeps in the cot.

    A father sleeps in a bed. A packet of cigarettes is above the bed. A baby sleeps on the back in a cot of its own,
    with a green tick.
    """
    family = place(-8, 22, side_by_side(LEE, Baby("s1", "yellow", "brown"), "navy"), scale=0.92)
    return [family, cigarettes(346, 56, 0.78), tick(256, 258, 28)]


@scene
def pregnant_no_smoke() -> Drawing:
    """Keep away from smoke when you are pregnant.

    A pregnant woman holds one hand on her bump. Her other hand says no to a packet of cigarettes that someone
    holds out.
    """
    nadia = Figure(NADIA, 130, 118, 0.92)
    return [
        nadia.bust("calm", tilt=4, long=210),
        nadia.arm("left", "52,214 76,264 150,256", Hand(flat, -8, 0.86)),
        nadia.arm("right", "206,170 228,132", Hand(flat, -18, 0.86)),
        arm("420,180 384,176 352,172", [46, 44, 38], CLOTH["grey"], "s3", Hand(mitt, 6, 0.9, flip=True)),
        cigarettes(292, 160, 0.9),
    ]
