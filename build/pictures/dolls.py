"""The rag doll that the health visitor brings along: wool for hair, buttons for eyes, a patch on the suit."""

from pictures.baby import Baby
from pictures.baby_awake import cradled
from pictures.ink import FINE, Drawing, Group, Part, both_sides, group, place
from pictures.limbs import tube
from pictures.palette import CLOTH, INK, THING
from pictures.strokes import box, dot, oval, smooth, stroke

LINEN, WOOL, SUIT = THING["teddy"], CLOTH["rust"], "lilac"


def doll_in_arms() -> Group:
    """It lies as a baby does in arms: the middle of the head at 0,0, the body to the right."""
    foot = [
        smooth("138,6 156,0 168,10 167,26 154,33 138,32", LINEN),
        stroke("148,4 150,31"),
        stroke("157,1 159,31"),
    ]
    body = cradled(Baby("s1", SUIT, "brown"), 0)[0]
    return group("doll", foot, body, place(92, 9, _patch()), place(0, 0, _head(), scale=0.86, angle=-34))


def doll_on_back() -> Group:
    """It lies on its back as a baby does in a cot: the middle of the head at 0,-62."""
    limbs = tube("18,-20 54,-40", [24, 20], LINEN), tube("14,44 28,104", [28, 24], LINEN)
    suit = smooth("-20,-34! 20,-34! 34,56! -34,56!", CLOTH[SUIT])
    return group("doll", both_sides(*limbs), suit, place(4, 20, _patch()), place(0, -62, _head()))


def _head() -> Drawing:
    """The head, its middle at 0,0."""
    curls = [oval(x, y, 11, 11, WOOL) for x, y in ((-34, -16), (-22, -34), (0, -40), (22, -34), (34, -16))]
    buttons = [[oval(x, 3, 5, 5, INK, ink=None), dot(x, 3, 1.6, CLOTH["white"])] for x in (-13, 13)]
    cheeks = [oval(x, 14, 5, 4, CLOTH["coral"], ink=None) for x in (-22, 22)]
    mouth = stroke("-10,17 0,23 10,17")
    return [curls[0], curls[4], oval(0, 0, 35, 36, LINEN), curls[1:4], buttons, cheeks, mouth]


def _patch() -> list[Part]:
    """A patch and its stitches."""
    cloth = box(-14, -13, 28, 26, 3, CLOTH["yellow"], width=FINE)
    return [cloth, stroke("-18,-7 -10,-7", FINE), stroke("10,7 18,7", FINE)]
