"""Handing a baby over and holding it, gently; never shake."""

from pictures.baby import Baby
from pictures.baby_awake import cradled, held_up
from pictures.baby_heads import HAIR, HEAD
from pictures.cast import AMY, DAWN, GRACE, JEAN, KOFI, TOM
from pictures.figures import Figure, arm
from pictures.hands import Hand, flat
from pictures.ink import FINE, INNER, OUTLINE, Drawing, both_sides, group, place
from pictures.palette import CLOTH, THING
from pictures.poses import hand_over
from pictures.scene import scene
from pictures.signs import cross, tick
from pictures.strokes import smooth, stroke


@scene
def someone_takes_over() -> Drawing:
    """Ask someone to take over.

    A tired mother hands her crying baby to another woman, who smiles and takes the baby.
    """
    return hand_over(AMY, JEAN, Baby("s1", "yellow", "red", "cry"))


@scene
def dad_hands_over() -> Drawing:
    """A father asks someone to take over.

    A tired father hands his crying baby to a woman, who smiles and takes the baby.
    """
    return hand_over(KOFI, GRACE, Baby("s5", "mint", "black", "cry"))


@scene
def dad_takes_over() -> Drawing:
    """A father takes the baby so that the mother can rest.

    A tired mother hands her calm baby to a father, who smiles and takes the baby.
    """
    return hand_over(DAWN, TOM, Baby("s2", "mint", "dark", "awake"))


@scene
def hold_gently_yes() -> Drawing:
    """Hold baby gently and support the head.

    A father holds a baby in both arms. The head rests in the bend of his elbow. There is a green tick.
    """
    tom = Figure(TOM, 176, 132)
    return [
        tom.bust("downsmile", tilt=12, head_x=2),
        tom.arm("right", "268,214 268,246 246,258", has_cuff=False),
        tom.arm("left", "92,226 110,258 140,264", has_cuff=False),
        place(136, 206, cradled(Baby("s2", "mint", "dark", "smile"), -40), scale=1.1),
        arm("112,256 168,268 246,246", [42, 40, 33], TOM.cloth, TOM.skin, Hand(flat, -4)),
        tick(346, 52, 32),
    ]


@scene
def never_shake_no() -> Drawing:
    """Never shake a baby.

    Two hands hold a baby. Lines and two pale outlines show the head moving from side to side. There is a red cross.
    """
    line, hand = THING["ghost_line"], Hand(flat, -14, 1, flip=True)
    ghost = [
        smooth(HEAD, CLOTH["white"], ink=line, width=INNER, dash="7 6"),
        smooth(HAIR, THING["ghost"], ink=line, width=FINE),
    ]
    moving = group("moving", stroke("100,58 112,84 104,114", OUTLINE), stroke("117,50 132,84 122,122", OUTLINE))
    # A sleeve and a skin of nobody: who harms has no face.
    holding = arm("230,330 152,252 106,212 60,188", [58, 52, 45, 38], CLOTH["grey"], "s3", hand)
    return [
        [group("where-the-head-was", place(x, 98, ghost, angle=angle)) for x, angle in ((120, -30), (224, 30))],
        place(172, 152, held_up(Baby("s2", "mint", "dark", "upset")), scale=1.02),
        place(172, 0, both_sides(moving)),
        place(172, 0, both_sides(holding)),
        cross(352, 46, 29),
    ]
