"""What several scenes show with different people."""

from pictures.baby import Baby
from pictures.baby_asleep import on_back
from pictures.baby_awake import child, upright
from pictures.cot import Cot
from pictures.faces import Mood
from pictures.figures import Figure, arm, walking_legs
from pictures.hands import Hand, flat, mitt
from pictures.home import open_door
from pictures.ink import INNER, Drawing, Part, group, mirrored_page, place, thinned
from pictures.palette import THING
from pictures.person import Person
from pictures.signs import cry
from pictures.strokes import box, straight, stroke

SMALL_LINES = 0.88


def bend_over_cot(person: Person, mood: Mood, baby: Baby | None) -> list[Part]:
    """An adult bends over a cot, both hands on the baby or on the empty mattress."""
    if person.build.has_thick_arms:
        widths = [39, 39, 34, 28], [39, 39, 34, 28]
        points = "230,116 206,132 197,160 216,190", "308,118 326,146 306,176 276,196"
    else:
        widths = [34, 34, 30, 24], [33, 33, 29, 24]
        points = "236,116 214,132 197,160 216,190", "302,118 318,146 306,176 276,196"
    left, right = Hand(mitt, -10, 0.84, flip=True), Hand(mitt, 10, 0.84, flip=True)
    cot = Cot(112, 120, 0.82, length=268, width=150, high=32, low=44)
    behind, torso, head = Figure(person, 0, 0, 0.84).bust(mood, long=150)
    parts: Drawing = [
        place(256, 90, behind, flip=True, angle=-24),
        place(256, 90, torso, flip=True, angle=-16),
        place(254, 92, head, flip=True, angle=-24),
        cot.back,
        cot.lay(152, 74, 0.68, on_back(baby)) if baby else None,
        arm(points[0], widths[0], person.cloth, person.skin, left, inner="right"),
        arm(points[1], widths[1], person.cloth, person.skin, right, inner="left"),
        cot.front,
    ]
    return place(10, 10, parts, scale=0.95)


def hand_over(giver: Person, taker: Person, baby: Baby) -> Drawing:
    """A tired adult hands a baby to another, who smiles."""
    tired, smiling = Figure(giver, 82, 128, 0.86), Figure(taker, 84, 132, 0.86)
    return [
        tired.bust("tired", tilt=6, long=210),
        mirrored_page(smiling.bust("smile", tilt=6, long=210)),
        place(198, 158, upright(baby, 0), scale=0.86),
        cry(246, 126) if baby.mood == "cry" else None,
        tired.arm("right", "128,196 142,214 158,212", Hand(flat, scale=0.76)),
        mirrored_page(smiling.arm("right", "132,206 144,228 158,226", Hand(flat, scale=0.76))),
        tired.arm("left", "38,212 62,254 112,254 148,246", Hand(flat, -6, 0.8)),
    ]


def breathe(person: Person) -> Drawing:
    """An adult sits with shut eyes, a hand on the chest, the breath drawn as two lines."""
    figure = Figure(person, 190, 140)
    breath = [stroke("244,104 258,98 270,104 282,110 296,104"), stroke("244,124 260,118 274,124 288,130 304,124")]
    return [
        figure.bust("down", long=190),
        figure.arm("right", "278,236 260,262 212,214", Hand(flat, -18, 0.9, flip=True)),
        figure.arm("left", "104,236 118,268 184,266", Hand(mitt, -4, 0.9)),
        group("breath", breath),
    ]


def leave_with_child(person: Person, baby: Baby, bag: str, child_top: str) -> Drawing:
    """An adult and a child walk to an open door; the crying baby is safe in the cot."""
    cot = Cot(70, 140, 0.56, length=210, width=140, high=44, low=50, side_rails=3, end_rails=1)
    if person.build.has_thick_arms:
        far, far_widths = "48,50 74,98 98,132", [38, 34, 26]
        near, near_widths = "-50,48 -60,100 -48,140", [40, 36, 28]
    else:
        far, far_widths = "42,52 70,98 96,134", [33, 31, 24]
        near, near_widths = "-44,50 -56,100 -46,142", [36, 33, 26]
    arms = [
        arm(far, far_widths, person.cloth, person.skin, Hand(mitt), inner="left"),
        arm(near, near_widths, person.cloth, person.skin, Hand(mitt), inner="right"),
    ]
    return [
        open_door(304, 22, 80, 250),
        straight((10, 272), (295, 272), INNER),
        group("cot", cot.back, cot.lay(130, 62, 0.49, on_back(baby, bag)), cot.front),
        cry(96, 108, angle=-90),
        walking_legs(216, 78 + 134 * 0.58, 0.72, "navy"),
        thinned(SMALL_LINES, place(214, 78, Figure(person, 0, 0).bust(long=136), scale=0.58)),
        thinned(SMALL_LINES, child(300, 270, baby.skin, baby.hair, child_top)),
        thinned(SMALL_LINES, place(214, 78, arms, scale=0.58)),
    ]


def phone_at_ear(x: float, y: float) -> list[Part]:
    """A mobile phone from the side."""
    return place(x, y, group("phone", box(-11, -30, 22, 60, 6, THING["dark"])), angle=-14)
