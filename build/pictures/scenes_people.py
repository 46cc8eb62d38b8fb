"""People alone and in a group: calm, steady, in talk with one another."""

from pictures.cast import ABDUL, ANNA, FAY, KOFI, MARCUS, TOM
from pictures.faces import Mood
from pictures.figures import Figure
from pictures.hands import Hand, flat, mitt, palm
from pictures.ink import Drawing, Group, group, mirrored_page
from pictures.palette import THING
from pictures.scene import scene
from pictures.seats import arm_line, lap
from pictures.strokes import box


@scene
def say_no() -> Drawing:
    """A woman says no calmly.

    A woman stands alone. She is calm. She holds up one open hand.
    """
    fay = Figure(FAY, 180, 142)
    return [
        fay.bust("calm", long=190),
        fay.arm("left", "92,262 100,334"),
        fay.arm("right", "262,236 288,236 290,180", Hand(flat, -4, 1.06)),
    ]


@scene
def many_people() -> Drawing:
    """Three ordinary adults.

    An older man, a woman with Down's syndrome and a man of about 40 stand side by side. They look friendly and calm.
    """
    abdul, other, young = Figure(ABDUL, 82, 138, 0.78), Figure(MARCUS, 82, 134, 0.78), Figure(ANNA, 200, 154, 0.78)
    return [
        _standing(abdul, "calm"),
        mirrored_page(_standing(other, "calm")),
        _standing(young, "smile"),
    ]


def _standing(figure: Figure, mood: Mood) -> Drawing:
    """A half figure, both arms down."""
    x, y = figure.x, figure.y
    out = 58 if figure.person.build.has_thick_arms else 49
    return [
        figure.bust(mood, long=220),
        figure.arm("left", f"{x - out},{y + 100} {x - out + 4},{y + 180}", has_cuff=False),
        figure.arm("right", f"{x + out - 4},{y + 100} {x + out - 8},{y + 180}", has_cuff=False),
    ]


@scene
def dads_group() -> Drawing:
    """A group of fathers talk.

    Three men of different ages sit in a half circle on chairs. One talks with an open hand. The others listen.
    """
    tom, kofi, abdul = Figure(TOM, 76, 132, 0.7), Figure(KOFI, 200, 112, 0.68), Figure(ABDUL, 76, 132, 0.7)
    return [
        mirrored_page(_seated(kofi, "calm", "navy"), arm_line(kofi, "right")),
        _seated(tom, "talk", "slate"),
        mirrored_page(_seated(abdul, "calm", "navy")),
        tom.arm("right", "124,200 138,220 158,200", Hand(palm, 0, 0.66)),
        mirrored_page(abdul.arm("left", "26,204 36,238 80,244", Hand(mitt, -4, 0.64))),
    ]


def _seated(figure: Figure, mood: Mood, trousers: str) -> Drawing:
    """A person on a chair."""
    body = figure.bust(mood, tilt=4, long=180)
    return [_chair(figure), body, arm_line(figure), lap(figure.x + 2, figure.y + 104, trousers)]


def _chair(figure: Figure) -> Group:
    """The back of the chair that a person sits on."""
    half = 78 * figure.scale
    return group("chair", box(figure.x - half, figure.y + 46, half * 2, 200, 16, THING["wood"]))
