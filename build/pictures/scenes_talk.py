"""With the health visitor, a friend, someone on the telephone; never a picture of harm, only talk and a door."""

from pictures.baby import Baby
from pictures.baby_asleep import on_back
from pictures.baby_awake import cradled
from pictures.cast import AMY, GRACE, KOFI, LEE, MARIA, RAVI, SANA
from pictures.cot import Cot
from pictures.faces import Mood
from pictures.figures import Figure, arm
from pictures.hands import Hand, flat, grip, mitt, palm, point
from pictures.hands import phone as phone_hand
from pictures.home import closed_door
from pictures.ink import FINE, INNER, OUTLINE, Drawing, Group, group, mirrored_page, place, thinned
from pictures.palette import CLOTH, SIGN, SKIN, THING
from pictures.person import Person
from pictures.poses import phone_at_ear
from pictures.scene import scene
from pictures.signs import number
from pictures.strokes import box, oval, path, smooth, straight, stroke
from pictures.things import phone


@scene
def phone_999() -> Drawing:
    """Call 999.

    A hand holds a mobile phone. The number on the screen is 999.
    """
    return _phone_in_hand("s4", number("999", 162, 62, 6.4, gap=11, scale=1.1))


@scene
def phone_111() -> Drawing:
    """Ring NHS 111.

    A hand holds a mobile phone. The number on the screen is 111.
    """
    return _phone_in_hand("s2", number("111", 166, 58, 7.4, gap=8, scale=1.24))


def _phone_in_hand(skin: str, digits: Group) -> Drawing:
    """A hand round a phone with its keys."""
    colour = SKIN[skin]
    keys = [oval(x, y, 9.5, 9.5, THING["key"], width=FINE) for y in (126, 153, 180) for x in (172, 204, 236)]
    receiver = "-9,-7! -5,-10 -2,-4! -4,-1 0,4 3.6,2.6! 8.6,7 5,10.4! -3,9 -9.6,1"
    call = [
        oval(204, 217, 17, 17, SIGN["yes"], width=INNER),
        *place(204, 217, smooth(receiver, CLOTH["white"], ink=None)),
    ]
    fingers = [
        smooth(f"121,{y + 1} 126,{y - 10} 140,{y - 12} 150,{y - 7} 151,{y + 4} 143,{y + 11} 127,{y + 12}", colour)
        for y in (128, 156, 184, 210)
    ]
    thumb = [
        smooth(
            "280,306! 284,276 300,250 306,216 298,184 284,154 270,142 259,149 262,170 271,194 270,222 262,250!", colour
        ),
        path("M262 250 L258 306 L280 306 L284 276 Z", colour, ink=None),
        stroke("264,156 268,163 274,166", FINE),
    ]
    behind = "126,306! 130,268 122,236 118,200! 292,190! 304,214 300,248 284,276 280,306!"
    return [
        group("hand-behind", smooth(behind, colour)),
        phone(204, 140, 1.1),
        digits,
        group("keys", keys, call),
        group("hand", fingers, thumb),
    ]


@scene
def phone_a_friend() -> Drawing:
    """Phone someone you trust.

    A woman in a headscarf talks on a phone.
    """
    sana = Figure(SANA, 196, 142)
    return [
        sana.bust("talk", tilt=-2),
        sana.arm("right", "286,236 276,268 222,262", Hand(mitt, -10, 0.9, flip=True)),
        phone_at_ear(142, 96),
        sana.arm("left", "112,236 96,206 128,140"),
        place(129, 136, phone_hand(SANA.skin), angle=12),
    ]


@scene
def dad_on_phone() -> Drawing:
    """A father rings someone.

    A man talks on a phone.
    """
    kofi = Figure(KOFI, 200, 142)
    return [
        kofi.bust("talk", tilt=-2),
        kofi.arm("right", "296,236 286,268 226,264", Hand(mitt, -10, 0.9, flip=True)),
        phone_at_ear(146, 94),
        kofi.arm("left", "106,236 92,206 130,142"),
        place(131, 138, phone_hand(KOFI.skin), angle=12),
    ]


@scene
def worker_shows_page() -> Drawing:
    """A health visitor shows a page to a father.

    A woman with a name badge and a father look at a page together. The page shows a baby on the back. The father
    points to it.
    """
    maria, lee = Figure(MARIA, 84, 138, 0.96), Figure(LEE, 82, 136, 0.96)
    return [
        mirrored_page(lee.bust("calm", tilt=6, long=190)),
        maria.bust("talk", long=190),
        _page_with_baby(),
        maria.arm("right", "140,230 148,256 166,258", Hand(mitt, -14, 0.8)),
        mirrored_page(lee.arm("left", "26,226 46,260 96,260 128,244", Hand(point, -22, 0.8, flip=True))),
    ]


def _page_with_baby() -> Group:
    """A page with a picture and two lines of words."""
    grey = CLOTH["grey"]
    baby = on_back(Baby("s2", "yellow", "dark"), "lilac")
    return group(
        "page",
        path("M148 160 L256 152 L264 262 L156 272 Z", CLOTH["white"]),
        path("M162 172 L242 166 L246 226 L166 232 Z", THING["page"], width=INNER),
        thinned(0.66, place(206, 201, baby, scale=0.34, angle=-66)),
        straight((172, 246), (240, 240.6), 3, grey),
        straight((173, 256), (222, 252), 3, grey),
    )


@scene
def talk_alone() -> Drawing:
    """Talk to a worker with nobody else there.

    A worker and a woman stand together and talk. The door behind them is closed. Nobody else is there.
    """
    return _by_closed_door(AMY, "speak")


@scene
def dad_talks_alone() -> Drawing:
    """A father talks to a worker with nobody else there.

    A worker and a father stand together and talk. The door behind them is closed. They are calm.
    """
    return _by_closed_door(LEE, "talk")


def _by_closed_door(person: Person, mood: Mood) -> Drawing:
    """The health visitor listens to a parent, nobody else there."""
    maria, parent = Figure(MARIA, 84, 142, 0.92), Figure(person, 84, 148, 0.92)
    near, far = Hand(mitt, scale=0.8, flip=True), Hand(mitt, scale=0.8)
    return [
        closed_door(158, 22, 84, 300),
        maria.bust("calm", tilt=8, long=190),
        mirrored_page(parent.bust(mood, tilt=6, long=190)),
        maria.arm("right", "130,232 132,262 104,272", near),
        maria.arm("left", "30,230 44,262 84,270", far),
        mirrored_page(
            parent.arm("right", "136,230 138,256 106,264", near),
            parent.arm("left", "34,230 48,260 82,266", far),
        ),
    ]


@scene
def talk_with_health_visitor() -> Drawing:
    """Talk to the health visitor.

    A health visitor with a name badge listens to a mother who holds her baby.
    """
    maria, grace = Figure(MARIA, 86, 142, 0.9), Figure(GRACE, 120, 136)
    mother: Drawing = [
        grace.bust("speak", tilt=2, long=190),
        grace.arm("left", "42,226 56,258 82,264", has_cuff=False),
        grace.arm("right", "202,218 200,246 182,256", has_cuff=False),
        place(78, 208, cradled(Baby("s5", "yellow", "black"), -50, "white")),
        arm("56,254 106,264 182,246", [36, 34, 28], GRACE.cloth, GRACE.skin, Hand(flat, -4)),
    ]
    return [
        maria.bust("calm", tilt=6, long=190),
        mirrored_page(place(0, 30, mother, scale=0.86)),
        maria.arm("left", "34,230 48,264 92,270", Hand(mitt, scale=0.8)),
        maria.arm("right", "132,232 132,262 108,272", Hand(mitt, scale=0.8, flip=True)),
    ]


@scene
def plan_together() -> Drawing:
    """Make a plan together.

    A mother, a father and a worker sit at a table. There is one sheet with three boxes. Two boxes are ticked. The
    mother holds a pen.
    """
    ravi, maria, sana = Figure(RAVI, 206, 112, 0.74), Figure(MARIA, 70, 118, 0.74), Figure(SANA, 72, 118, 0.74)
    pen = [straight((244, 266), (262, 232), 7), straight((244, 266), (262, 232), 3, CLOTH["sky"])]
    return [
        ravi.bust("calm", tilt=6, long=190),
        maria.bust("talk", long=190),
        mirrored_page(sana.bust("calm", tilt=8, long=190)),
        group("table", smooth("0,204! 400,204! 400,306! 0,306!", THING["wood"])),
        _plan(),
        maria.arm("right", "104,200 104,236 132,262", Hand(point, -30, 0.62)),
        mirrored_page(sana.arm("right", "120,196 126,230 136,252", Hand(grip, -30, 0.62))),
        group("pen", pen),
    ]


def _plan() -> Group:
    """A sheet on the table with three boxes, two of them ticked."""
    lines = [
        [
            box(166 - step * 6, 229 + step * 18, 12 + step, 12 + step, 2, width=INNER),
            straight((188 - step * 4, 236 + step * 18), (238 + step * 5, 236 + step * 18), 3, CLOTH["grey"]),
        ]
        for step in range(3)
    ]
    return group(
        "plan",
        path("M158 222 L250 222 L270 284 L138 284 Z", CLOTH["white"]),
        lines,
        stroke("167,234! 171,239! 179,228!", OUTLINE, SIGN["yes"]),
        stroke("161,252! 166,258! 175,245!", OUTLINE, SIGN["yes"]),
    )


@scene
def ask_for_a_cot() -> Drawing:
    """Ask for a cot.

    A worker with a name badge shows a new, clear cot to a father. The father talks.
    """
    maria, ravi = Figure(MARIA, 80, 124, 0.84), Figure(RAVI, 80, 122, 0.84)
    cot = Cot(158, 176, 0.54, side_rails=7)
    return [
        mirrored_page(ravi.bust("talk", tilt=8, long=230)),
        maria.bust("smile", tilt=8, long=230),
        group("cot", cot.back, cot.front),
        maria.arm("right", "128,196 132,216 160,206", Hand(palm, -6, 0.74)),
        mirrored_page(ravi.arm("right", "130,188 134,208 146,218", Hand(mitt, 10, 0.74))),
    ]
