"""Coping with crying: put baby down, walk out, get calm, go back."""

from pictures.baby import Baby
from pictures.baby_asleep import on_back
from pictures.baby_awake import half_baby, upright
from pictures.cast import AMY, GRACE, KOFI, LEE
from pictures.cot import Cot
from pictures.figures import Figure, arm, walking_legs
from pictures.hands import Hand, flat, grip, mitt
from pictures.home import open_door
from pictures.ink import FINE, INNER, Drawing, Group, group, place, thinned
from pictures.limbs import tube
from pictures.palette import CLOTH, INK, THING
from pictures.poses import SMALL_LINES, bend_over_cot, breathe, leave_with_child
from pictures.scene import scene
from pictures.signs import cry
from pictures.strokes import box, oval, path, polygon, smooth, straight, stroke
from pictures.things import mug


@scene
def baby_cries() -> Drawing:
    """A crying baby.

    A crying baby, seen close up, with lines on both sides for the loud sound.
    """
    return [
        place(200, 232, on_back(Baby("s4", "yellow", "black", "cry")), scale=2.1),
        cry(336, 46, scale=1.7),
        cry(64, 46, scale=1.7, flip=True),
    ]


@scene
def crying_by_weeks() -> Drawing:
    """Crying gets easier as baby grows.

    3 pictures of a baby who grows bigger. The first cries, the second cries loudest, the third smiles.
    """
    return [
        place(58, 228, half_baby(Baby("s3", "mint", "black", "upset")), scale=0.94),
        place(194, 214, half_baby(Baby("s3", "mint", "black", "cry")), scale=1.04),
        cry(244, 128, scale=1.05),
        cry(144, 128, scale=1.05, flip=True),
        place(330, 200, half_baby(Baby("s3", "mint", "black", "smile")), scale=1.14),
    ]


@scene
def dad_crying_baby() -> Drawing:
    """A tired father holds a crying baby.

    A father holds a crying baby against his chest with both hands. He looks tired.
    """
    kofi = Figure(KOFI, 152, 146)
    return [
        tube("214,168 262,196 284,232 272,262", [40, 42, 38, 32], KOFI.cloth),
        kofi.bust("tired", tilt=4),
        place(250, 126, upright(Baby("s5", "mint", "black", "cry"), 10)),
        place(288, 252, flat(KOFI.skin), scale=0.88, angle=170),
        kofi.arm("left", "92,236 116,264 162,250 208,226", Hand(flat)),
        cry(302, 110),
    ]


@scene
def put_baby_in_cot() -> Drawing:
    """Put baby on the back in the cot.

    A tired mother leans over a cot and puts her crying baby down on the back.
    """
    return bend_over_cot(AMY, "downtired", Baby("s1", "yellow", "red", "cry"))


@scene
def dad_puts_crying_baby_in_cot() -> Drawing:
    """A father puts a crying baby in the cot.

    A tired father bends over a cot and puts his crying baby down on the back.
    """
    return bend_over_cot(KOFI, "downtired", Baby("s5", "mint", "black", "cry"))


@scene
def walk_out_of_room() -> Drawing:
    """Walk out of the room for a few minutes.

    A crying baby is safe on the back in a cot. A father walks to an open door.
    """
    cot = Cot(82, 136, 0.62, length=210, width=140, high=44, low=50, side_rails=7, end_rails=3)
    upper_half: Drawing = [
        arm("46,50 74,92 102,112", [34, 32, 26], LEE.cloth, LEE.skin, Hand(mitt), inner="left"),
        Figure(LEE, 0, 0).bust("worry", long=130),
        arm("-50,48 -60,100 -44,140", [40, 36, 28], LEE.cloth, LEE.skin, Hand(mitt), inner="right"),
    ]
    return [
        open_door(292, 22, 88, 250),
        straight((16, 272), (283, 272), INNER),
        straight((389, 272), (394, 272), INNER),
        group("cot", cot.back, cot.lay(130, 62, 0.54, on_back(Baby("s1", "mint", "brown", "cry"))), cot.front),
        cry(110, 104, angle=-90),
        walking_legs(250, 80 + 130 * 0.58, 0.72, "navy"),
        thinned(SMALL_LINES, place(248, 80, upper_half, scale=0.58)),
    ]


@scene
def take_child_with_you() -> Drawing:
    """Take other young children with you.

    A crying baby is safe on the back in a cot. A mother holds a young child by the hand. Both walk out of the room.
    """
    return leave_with_child(AMY, Baby("s1", "yellow", "red", "cry", is_small=True), "lilac", "rose")


@scene
def dad_takes_child_with_you() -> Drawing:
    """A father takes other young children with him.

    A crying baby is safe on the back in a cot. A father holds a young child by the hand. Both walk out of the room.
    """
    return leave_with_child(KOFI, Baby("s5", "mint", "black", "cry", is_small=True), "yellow", "blue")


@scene
def walk_away_tea() -> Drawing:
    """Sit down in another room and get calm.

    A woman sits at a table with her eyes closed and a hot drink in her hands. Through an open door we see the
    baby in a cot in the other room.
    """
    grace = Figure(GRACE, 292, 132)
    return [
        _other_room(),
        group(
            "door",
            polygon([(150, 12), (174, 2), (174, 290), (150, 276)], THING["wood"]),
            oval(166, 150, 3, 3, INK),
        ),
        grace.bust("down", tilt=2, long=180),
        mug(290, 222, 1.3),
        grace.arm("left", "220,222 226,258 256,246", Hand(grip, -20, 0.84)),
        grace.arm("right", "366,222 362,260 332,250", Hand(grip, 20, 0.84, flip=True)),
        box(174, 272, 240, 40, 2, THING["wood_dark"]),
    ]


def _other_room() -> Group:
    """The room next door, with the crying baby in the cot."""
    frame = "M14 12 L150 12 L150 276 L14 276 Z"
    cot = Cot(66, 148, 0.44, length=196, width=118, high=40, low=50, side_rails=5, end_rails=3)
    return group(
        "other-room",
        path(frame, THING["room"], ink=None),
        path("M14 212 L150 212 L150 276 L14 276 Z", THING["floor"], ink=None),
        straight((14, 212), (150, 212), INNER),
        path(frame),
        cot.back,
        cot.lay(122, 54, 0.4, on_back(Baby("s5", "mint", "black", "cry"))),
        cot.front,
        cry(82, 120, angle=-90),
    )


@scene
def slow_breath() -> Drawing:
    """A mother breathes slowly.

    A woman sits still with her eyes closed and one hand on her chest. Lines show her slow breath.
    """
    return breathe(AMY)


@scene
def dad_slow_breath() -> Drawing:
    """A father breathes slowly.

    A man sits still with his eyes closed and one hand on his chest. Lines show his slow breath.
    """
    return breathe(KOFI)


@scene
def go_back_and_check() -> Drawing:
    """Go back and check baby.

    A father looks round an open door at the baby in the cot. The baby is quiet.
    """
    kofi, frame = Figure(KOFI, 62, 128, 0.68), THING["wood_dark"]
    cot = Cot(196, 128, 0.74, length=232, width=140, high=44, low=50)
    doorway = group(
        "doorway",
        box(14, 18, 110, 290, 3, frame),
        polygon([(24, 28), (114, 28), (114, 306), (24, 306)], THING["light"]),
    )
    fingers = [
        smooth("-4,-14 6,-15 16,-10 16,-4! 18,2 16,6! 16,12 10,15 -4,13", KOFI.skin_colour),
        stroke("4,-4 15,-4", FINE),
        stroke("4,5 15,5", FINE),
    ]
    return [
        doorway,
        kofi.bust("smile", tilt=12, long=280),
        kofi.arm("left", "24,196 26,232 34,262", Hand(mitt, scale=0.64)),
        polygon([(0, 0), (14, 0), (14, 300), (0, 300)], CLOTH["white"], ink=None),
        polygon([(14, 18), (24, 18), (24, 306), (14, 306)], frame),
        polygon([(114, 18), (124, 18), (124, 306), (114, 306)], frame),
        place(112, 168, fingers),
        cot.back,
        cot.lay(146, 62, 0.62, on_back(Baby("s5", "mint", "black", "awake"))),
        cot.front,
    ]
