"""Crying, when and how to cope, and handling a baby gently: what the texts about crying still need."""

from pictures.baby import Baby
from pictures.baby_awake import cradled, half_baby
from pictures.baby_heads import face
from pictures.cast import ELLIE, GRACE, JEAN, JUN, LEE, MARIA, MEI, OWEN, RAVI, TOM
from pictures.dolls import doll_in_arms
from pictures.figures import Figure, arm, walking_legs
from pictures.hands import Hand, grip, mitt
from pictures.holds import cradle, face_to_face
from pictures.indoors import window
from pictures.ink import FINE, INNER, Drawing, Group, group, mirrored_page, place, thinned
from pictures.limbs import shoulder
from pictures.palette import CLOTH, SIGN, THING
from pictures.paper import calendar_page
from pictures.poses import SMALL_LINES
from pictures.scene import scene
from pictures.signs import WHITE, cry, number, tick
from pictures.strokes import box, dot, oval, path, straight, stroke
from pictures.things import pram


@scene
def crying_most_6_to_8() -> Drawing:
    """Babies cry most at about 6 to 8 weeks.

    A baby cries loudly. Beside the baby is a calendar page with the numbers 6 to 8.
    """
    return [
        place(124, 190, half_baby(Baby("s3", "mint", "black", "cry")), scale=1.36),
        cry(196, 74, scale=1.4),
        cry(52, 74, scale=1.4, flip=True),
        calendar_page(308, 160, _weeks()),
    ]


def _weeks() -> Drawing:
    """From 6 to 8."""
    return [
        number("6", -58, -26, 7, gap=0, scale=1.5),
        straight((-12, 0), (12, 0), 7),
        number("8", 28, -26, 7, gap=0, scale=1.5),
    ]


@scene
def crying_in_the_evening() -> Drawing:
    """Many babies cry most in the evening.

    It is dark outside the window. A mother holds a crying baby and a father stands beside her. Both look tired.
    """
    mei = cradle(MEI, "tired", cradled(Baby("s2", "yellow", "black", "cry"), -50), long=250)
    jun = Figure(JUN, 84, 120, 0.8)
    return [
        window(16, 16, 100, 92, is_night=True),
        _lamp(),
        mirrored_page(jun.bust("tired", tilt=8, long=240)),
        place(206, 140, mei, scale=0.84),
        cry(136, 172, flip=True),
    ]


def _lamp() -> Group:
    """A standing lamp that is on."""
    rays = [stroke(each, FINE) for each in ("22,216 14,224", "46,222 46,232", "70,216 78,224")]
    return group(
        "lamp",
        straight((46, 190), (46, 288), 6),
        path("M22 288 L70 288", None),
        path("M30 156 L62 156 L76 204 L16 204 Z", CLOTH["yellow"]),
        rays,
    )


@scene
def early_baby_due_date() -> Drawing:
    """Count from the due date if baby was born early.

    A mother holds a very small baby in her arms. Beside them is a calendar page with a ring round one day.
    """
    small = place(6, 4, cradled(Baby("s5", "yellow", "black", "awake"), -50), scale=0.82)
    days = [dot(x, y, 5) for y in (-32, 0, 32) for x in (-48, -16, 16, 48)]
    return [
        place(114, 138, cradle(GRACE, "downsmile", small)),
        calendar_page(308, 156, [days, oval(16, 0, 15, 14, ink=SIGN["no"], width=5)]),
    ]


@scene
def dad_walks_with_pram() -> Drawing:
    """A father takes baby for a walk in the pram.

    A father walks outside and pushes a pram. The baby lies on the back in the pram.
    """
    far_arm = arm("46,52 76,94 122,80", [38, 36, 28], TOM.cloth, TOM.skin, Hand(mitt), inner="left")
    near_arm = arm("-50,50 -38,106 46,110 118,82", [43, 41, 38, 30], TOM.cloth, TOM.skin, Hand(grip), inner="right")
    return [
        straight((16, 276), (386, 276), INNER),
        walking_legs(114, 80 + 136 * 0.58, 0.74, "navy"),
        thinned(SMALL_LINES, place(112, 80, far_arm, Figure(TOM, 0, 0).bust("smile", long=136), scale=0.58)),
        pram(292, 180, 0.98, thinned(0.8, place(-2, -46, face("s2", "awake", "dark"), scale=0.5, angle=62))),
        thinned(SMALL_LINES, place(112, 80, near_arm, scale=0.58)),
    ]


@scene
def dad_gentle_play() -> Drawing:
    """Play gently with baby.

    A father sits and holds his baby on his knee, face to face. One hand is behind the baby's head. Both smile. There
    is a green tick.
    """
    chair = box(36, 150, 22, 160, 8, THING["wood"])
    return [chair, face_to_face(RAVI, Baby("s3", "yellow", "black")), tick(352, 48, 30)]


@scene
def lift_with_both_hands() -> Drawing:
    """Lift baby with both hands.

    One hand is under the baby's head and neck. The other hand is under the bottom. The baby is calm. There is a green
    tick.
    """
    baby, sleeve = Baby("s4", "yellow", "black", "awake"), CLOTH["grey"]
    left, right = Hand(mitt, 52, 1.5), Hand(mitt, -46, 1.5, flip=True)
    return [
        box(64, 266, 272, 20, 10, CLOTH["lilac"]),
        place(120, 136, cradled(baby, -60), scale=1.34),
        group(
            "baby-arm",
            place(232, 164, baby.fist, angle=110),
            shoulder("176,136 206,140 226,158", [32, 30, 24], baby.cloth, "left"),
        ),
        arm("-20,306 22,258 72,198", [58, 52, 42], sleeve, "s4", left),
        arm("424,306 394,262 344,206", [58, 52, 42], sleeve, "s4", right),
        tick(352, 48, 30),
    ]


@scene
def dad_practises_holding() -> Drawing:
    """Ask the health visitor to show how to hold baby.

    A father holds a doll with its head on his arm. A health visitor shows him how with her own arm.
    """
    return [
        place(314, 122, cradle(MARIA, "talk", None, tilt=8, long=240), scale=0.78, flip=True),
        place(134, 128, cradle(OWEN, "downsmile", doll_in_arms(), is_mirrored=True), scale=0.84),
    ]


@scene
def tell_everyone() -> Drawing:
    """Tell everyone who looks after baby.

    A father shows a sheet about the baby to a grandmother and a young babysitter.
    """
    lee, jean, ellie = Figure(LEE, 68, 120, 0.8), Figure(JEAN, 124, 116, 0.76), Figure(ELLIE, 54, 128, 0.74)
    return [
        mirrored_page(jean.bust("calm", tilt=8, long=250)),
        mirrored_page(
            ellie.bust("calm", tilt=8, long=240),
            ellie.arm("right", "98,214 94,246 64,252", Hand(mitt, scale=0.66, flip=True)),
        ),
        lee.bust("talk", tilt=2, long=240),
        _sheet_with_baby(),
        lee.arm("right", "122,212 136,228 152,190", Hand(grip, 0, 0.74)),
    ]


def _sheet_with_baby() -> Group:
    """A sheet with a picture of a baby and two lines of words."""
    grey = CLOTH["grey"]
    return group(
        "sheet",
        box(127, 78, 78, 98, 2, WHITE),
        box(136, 88, 60, 54, 2, THING["page"], width=INNER),
        thinned(0.8, place(166, 116, face("s2", "smile", "dark"), scale=0.56)),
        straight((138, 154), (194, 154), 3, grey),
        straight((138, 165), (178, 165), 3, grey),
    )
