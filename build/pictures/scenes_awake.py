"""Babies awake and watched, carried and moved."""

from pictures.baby import Baby
from pictures.baby_heads import head_on_cheek
from pictures.baby_turned import on_tummy
from pictures.cast import KOFI, TOM
from pictures.figures import Figure, arm
from pictures.hands import Hand, flat, mitt
from pictures.heads import head
from pictures.ink import FINE, Drawing, Group, group, place
from pictures.palette import CLOTH
from pictures.scene import scene
from pictures.strokes import oval, smooth, stroke


@scene
def sling() -> Drawing:
    """Baby sits high in the sling, face clear.

    A father carries a baby in a sling on his chest. The baby is high up. Nothing covers the face and the chin is up.
    The father looks at the baby.
    """
    tom = Figure(TOM, 190, 122)
    hand = flat(TOM.skin)
    parts: Drawing = [
        tom.bust("downsmile", tilt=16, head_x=0, long=200),
        tom.arm("left", "96,222 106,260 142,272"),
        tom.arm("right", "290,222 280,260 240,272"),
        _sling(Baby("s2", "mint", "dark")),
        place(143, 272, hand, scale=0.9, angle=12, scale_y=-0.9),
        place(239, 272, hand, scale=0.9, angle=168),
    ]
    return place(12, 6, parts, scale=0.96)


def _sling(baby: Baby) -> Group:
    """A sling from both shoulders, with the baby in it."""
    cloth = CLOTH["lilac"]
    leg = smooth("0,0! 20,-6 34,6 36,26 24,44 14,50 6,40 8,26 -2,22!", baby.cloth)
    return group(
        "sling",
        smooth("134,137! 156,125! 180,196! 150,208!", cloth),
        smooth("246,134! 226,124! 204,196! 232,208!", cloth),
        place(238, 240, leg),
        place(146, 240, leg, flip=True),
        place(192, 158, head_on_cheek(baby.skin, baby.hair), scale=0.82, angle=-8),
        smooth(
            "148,192! 170,200 192,203 214,200 236,192! 252,230 246,266 222,282 192,286 162,282 138,266 132,230", cloth
        ),
        stroke("150,236 160,262 184,276", FINE),
        stroke("234,236 224,262 200,276", FINE),
    )


@scene
def tummy_time_awake() -> Drawing:
    """Tummy time when baby is awake and you watch.

    A baby lies on the tummy on a mat, awake, with the head up. A father lies on the floor, face to face with the baby.
    """
    return [
        oval(146, 266, 132, 24, CLOTH["lilac"]),
        place(157, 268, on_tummy(Baby("s5", "yellow", "black", "smile")), scale=0.98),
        _lying_father(),
    ]


def _lying_father() -> Group:
    """A father on his front, propped on his lower arms, facing left."""
    skin = KOFI.skin
    torso = "290,196! 318,176 360,182 420,214! 420,288! 352,288 316,280 292,244"
    return group(
        "father",
        arm("322,250 300,276 262,274", [44, 42, 34], KOFI.cloth, skin, Hand(mitt, scale=0.9), is_bent_at_start=True),
        smooth(torso, KOFI.cloth),
        smooth("286,150! 292,206! 320,200! 330,150!", KOFI.skin_colour),
        place(300, 122, head(KOFI, "smile").front, scale=1.1, flip=True, angle=4),
        arm("364,226 346,276 296,276", [48, 44, 36], KOFI.cloth, skin, Hand(mitt, scale=0.96), is_bent_at_start=True),
    )
