"""Plans and papers: what is written down, and the day and time of a visit."""

from pictures.cast import ABDUL, KOFI, MARIA, RAVI, SANA
from pictures.children import Child, blocks, on_floor
from pictures.cot import Cot
from pictures.figures import Figure, arm
from pictures.hands import Hand, flat, grip, mitt, palm
from pictures.hands import phone as phone_hand
from pictures.ink import FINE, INNER, OUTLINE, Drawing, Group, group, mirrored_page, place
from pictures.palette import CLOTH, SKIN, THING
from pictures.paper import calendar_page, clock, handwriting, list_of_three, print_lines, writing
from pictures.poses import phone_at_ear
from pictures.scene import scene
from pictures.seats import arm_line
from pictures.signs import cross, number, tick
from pictures.strokes import box, oval, polygon, smooth, straight, stroke
from pictures.things import phone


@scene
def my_plan() -> Drawing:
    """Write your plan down.

    A hand with a pen writes on a sheet of paper with three lines. A phone lies beside the sheet.
    """
    rules = [straight((126, y), (292, y), 3, CLOTH["grey"]) for y in (78, 136, 194)]
    words = [handwriting(130, 72, 150), handwriting(130, 130, 132), handwriting(130, 188, 72)]
    return [
        phone(54, 170, 0.62),
        group("plan", box(104, 14, 212, 272, 4, CLOTH["white"]), rules, words),
        arm("440,310 376,284 292,218", [56, 50, 38], CLOTH["slate"], "s3", Hand(writing, -8, 1.1, flip=True)),
    ]


@scene
def plain_card_in_hand() -> Drawing:
    """A plain card.

    A hand holds a small white card. There are three grey lines on the card.
    """
    skin = SKIN["s4"]
    card = [box(48, 28, 276, 176, 8, CLOTH["white"]), *print_lines(82, 68, (180, 130, 96), gap=42, width=8)]
    palm = smooth("262,282! 246,258 228,232 222,196! 316,190! 320,216 320,240 320,262!", skin)
    thumb = smooth("336,222! 326,190 304,166 278,148 262,140 250,146 250,160 262,170 284,188 296,212 300,232!", skin)
    joint = smooth("336,222! 336,242! 330,264! 300,262! 297,214!", skin, ink=None)
    return [
        palm,
        group("card", card),
        group("hand", thumb, joint, stroke("336,222 336,242 330,262", OUTLINE)),
        stroke("252,154 258,147 266,149", FINE),
        arm("346,352 322,310 297,272", [82, 78, 72], CLOTH["teal"], "s4"),
    ]


@scene
def day_and_time() -> Drawing:
    """The day and the time.

    A page of a calendar shows the number 12. A clock shows 10 o'clock.
    """
    return [calendar_page(98, 172, number("12", -50, -44, 9, gap=6, scale=2.2)), clock(299, 156, 84, 10)]


@scene
def my_part() -> Drawing:
    """What you will do.

    A mother points to herself with a hand on her chest. Her other hand holds a list. The first line of the list
    stands out.
    """
    sana = Figure(SANA, 150, 142)
    return [
        sana.bust("smile", long=190),
        list_of_three(316, 162, 0),
        sana.arm("right", "238,232 258,262 276,226", Hand(mitt, -4, 0.88)),
        sana.arm("left", "64,236 80,268 148,226", Hand(flat, -6, 0.86, flip=True)),
    ]


@scene
def worker_part() -> Drawing:
    """What the worker will do.

    A worker with a name badge talks on the phone. Her other hand holds a list. The second line stands out.
    """
    maria = Figure(MARIA, 150, 142)
    return [
        maria.bust("talk", long=190),
        list_of_three(316, 162, 1),
        maria.arm("right", "238,232 258,262 276,226", Hand(mitt, -4, 0.88)),
        phone_at_ear(98, 96),
        maria.arm("left", "68,238 52,206 82,140"),
        place(83, 136, phone_hand(MARIA.skin), angle=12),
    ]


@scene
def other_part() -> Drawing:
    """What another person will do.

    A grandfather brings a bag to help. Beside him is a list. The third line stands out.
    """
    abdul = Figure(ABDUL, 130, 134, 0.92)
    return [
        abdul.bust("smile", long=200),
        list_of_three(330, 98, 2),
        abdul.arm("left", "46,230 50,270 54,330"),
        _bag(246, 232),
        abdul.arm("right", "204,226 220,220 244,190", Hand(grip, 50, 0.84)),
    ]


def _bag(x: float, y: float) -> Group:
    """A full shopping bag with its handles."""
    handle = "-22,-34 -16,-62 16,-62 22,-34"
    parts = [
        stroke(handle, 9),
        stroke(handle, 3.4, THING["wood"]),
        box(-6, -54, 26, 40, 10, CLOTH["white"]),
        smooth("-40,-36! 40,-36! 46,52! -46,52!", THING["wood"]),
        stroke("-34,-14 34,-14", FINE),
    ]
    return group("bag", place(x, y, parts))


@scene
def how_we_know() -> Drawing:
    """How we will know.

    A father and a worker look at a list with two green ticks. A new cot stands in front of them.
    """
    ravi, maria, cot = Figure(RAVI, 72, 130, 0.8), Figure(MARIA, 72, 130, 0.8), Cot(160, 196, 0.46, side_rails=7)
    return [
        ravi.bust("smile", tilt=6, long=230),
        mirrored_page(maria.bust("smile", tilt=6, long=230), arm_line(maria)),
        arm_line(ravi),
        list_of_three(200, 100, ticks=2),
        group("cot", cot.back, cot.front),
        ravi.arm("right", "130,206 148,210 160,166", Hand(mitt, 10, 0.74)),
        mirrored_page(maria.arm("right", "124,206 146,208 160,166", Hand(mitt, 10, 0.74))),
    ]


@scene
def you_choose() -> Drawing:
    """You can choose.

    A man stands between a green tick and a red cross. His hands are open. He thinks.
    """
    kofi = Figure(KOFI, 196, 134, 0.94)
    return [
        kofi.bust("calm", long=200),
        kofi.arm("left", "112,232 98,236 92,206", Hand(palm, -64, 0.86, flip=True)),
        kofi.arm("right", "280,232 294,236 300,206", Hand(palm, 64, 0.86)),
        tick(54, 138, 38),
        cross(346, 138, 30),
    ]


@scene
def home_money_nursery() -> Drawing:
    """Home, money and children.

    Three pictures: a house, a bill with coins, and a young child who plays with blocks.
    """
    child = Child("s2", "bob", "brown", "yellow", "navy")
    return [
        place(76, 158, _house(), scale=1.12),
        place(196, 154, _bill(), scale=1.2),
        place(326, 136, on_floor(child, 0, 0), scale=0.74),
        blocks(308, 262, 18),
    ]


def _house() -> Group:
    """A small house."""
    parts = [
        box(-44, -16, 88, 96, 2, THING["light"]),
        polygon([(-58, -14), (0, -72), (58, -14)], CLOTH["rust"]),
        box(-14, 28, 28, 52, 2, CLOTH["teal"]),
        box(-34, 0, 22, 20, 2, CLOTH["sky"], width=INNER),
        box(12, 0, 22, 20, 2, CLOTH["sky"], width=INNER),
    ]
    return group("house", parts)


def _bill() -> Group:
    """A bill, and three coins before it."""
    places = (30, 32), (10, 56), (40, 58)
    coins = [oval(across, y, 15, 15, CLOTH["yellow"]) for across, y in places]
    rims = [oval(across, y, 8, 8, width=FINE) for across, y in places]
    lines = print_lines(-26, -56, (34, 52, 52), gap=22)
    return group("bill", box(-42, -78, 84, 130, 3, CLOTH["white"]), lines, coins, rims)
