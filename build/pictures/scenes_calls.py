"""By telephone: the worker far away, and a call without words."""

from pictures.cast import MARIA, TOM
from pictures.cast_others import CALL_WORKER
from pictures.figures import Figure, arm
from pictures.hands import Hand, flat, mitt, point
from pictures.ink import FINE, INNER, Drawing, Group, Part, Shape, both_sides, group, place, thinned
from pictures.palette import CLOTH, INK, SKIN, THING
from pictures.scene import scene
from pictures.signs import cry, number
from pictures.strokes import box, oval, polygon, smooth, stroke
from pictures.things import phone


@scene
def dad_by_phone() -> Drawing:
    """A father talks to the worker by phone.

    A father in a work vest holds a phone. On the screen is a worker with a name badge. They talk.
    """
    tom = Figure(TOM, 136, 138)
    return [
        tom.bust("talk", tilt=2, long=190),
        tom.arm("left", "46,236 64,268 124,272", Hand(mitt, -6, 0.86)),
        tom.arm("right", "236,232 262,262 286,232", Hand(mitt, 8, 0.9)),
        place(136, 138, _work_vest()),
        arm("46,238 64,268 124,272", [43, 39, 33], TOM.cloth, TOM.skin, Hand(mitt, -6, 0.86)),
        _worker_on_screen(312, 146),
        place(290, 226, _fingers(TOM.skin_colour)),
    ]


def _work_vest() -> Group:
    """A bright vest with pale bands: the clothes of a man at work. The pit of the neck is at 0,0."""
    pale = CLOTH["white"]
    half = smooth("27,-1! 52,12! 42,40 44,72 60,96! 62,180! 3,180! 3,74!", CLOTH["yellow"])
    band = polygon([(60, 98), (3, 98), (3, 116), (60, 116)], pale, width=INNER)
    strap = polygon([(44, 9), (32, 3), (24, 98), (38, 98)], pale, width=INNER)
    return group("vest", both_sides(half, strap, band))


def _worker_on_screen(x: float, y: float) -> list[Part]:
    """The health visitor on the screen of a phone."""
    maria = thinned(0.66, place(x, y + 4, Figure(MARIA, 0, 0).bust("talk", long=130), flip=True, scale=0.47))
    return [phone(x, y, 0.7), *maria]


def _fingers(colour: str) -> list[Shape]:
    """The tips of the fingers that come round the edge of a phone."""
    return [
        smooth(f"-34,{y} -30,{y - 8} -18,{y - 9} -9,{y - 6} -8,{y + 3} -16,{y + 8} -30,{y + 8}", colour)
        for y in (-30, -14, 2)
    ]


@scene
def silent_999() -> Drawing:
    """Call 999, listen, then press 55.

    Two phones. The first shows 999. An arrow goes to the second, with lines for a voice. A finger presses 55 there.
    """
    skin = "s3"
    return [
        _dialling(92, "999"),
        cry(222, 46, flip=True),
        _arrow(180, 150),
        _dialling(296, "55"),
        arm("424,328 394,298 336,226", [50, 46, 36], CLOTH["slate"], skin, Hand(point, 6)),
    ]


def _dialling(x: float, digits: str) -> Group:
    """A phone with a number on its screen, over the keys."""
    keys = [oval(x + across, y, 9, 9, THING["key"], width=FINE) for y in (152, 182, 212) for across in (-29, 0, 29)]
    start = x - (len(digits) * 26 - 6) / 2
    return group("calling", phone(x, 148, 1.08), number(digits, start, 74, 6, gap=6), keys)


def _arrow(x: float, y: float) -> Shape:
    """What comes next is at the right."""
    outline = ((0, -7), (18, -7), (18, -20), (42, 0), (18, 20), (18, 7), (0, 7))
    return polygon([(x + across, y + down) for across, down in outline], INK)


@scene
def tap_the_phone() -> Drawing:
    """Tap the phone.

    A hand holds a mobile phone. The number on the screen is 999. A finger taps the phone. Lines show a small sound.
    """
    left = SKIN["s3"]
    return [
        smooth("96,306! 92,262 104,216 128,190! 160,250! 160,306!", left),
        phone(172, 146, 1.14),
        number("999", 125, 60, 7, gap=6, scale=1.3),
        place(144, 214, _fingers(left), scale=1.3),
        arm("440,330 364,294 262,218", [54, 50, 38], CLOTH["slate"], "s3", Hand(point, 4, 1.1)),
        cry(196, 160, angle=-125, scale=1.2),
    ]


@scene
def call_worker() -> Drawing:
    """A call worker asks questions.

    A man at a desk with a headset and a microphone talks and listens. He is calm.
    """
    worker = Figure(CALL_WORKER, 200, 142)
    return [
        worker.bust("talk", long=190),
        _headset(204, 85),
        box(-10, 262, 420, 50, 2, THING["wood"]),
        worker.arm("left", "106,236 122,274 172,276", Hand(mitt, -4, 0.88)),
        worker.arm("right", "294,236 286,272 244,280", Hand(mitt, 4, 0.88, flip=True)),
    ]


def _headset(x: float, y: float) -> Group:
    """A band over the head, a cup on the ear, a microphone at the mouth; x,y is the middle of the head."""
    parts = [
        stroke("-32,-6 -34,-34 -14,-50 8,-51 20,-44", 8),
        stroke("-32,-6 -34,-34 -14,-50 8,-51 20,-44", 3, THING["metal"]),
        stroke("-30,8 -22,32 2,38", 5),
        oval(4, 37, 7, 5, THING["dark"], width=INNER),
        oval(-31, 1, 12, 15, THING["dark"]),
    ]
    return group("headset", place(x, y, parts))


@scene
def purse_and_phone() -> Drawing:
    """Your own purse and phone.

    An open purse with a bank card and coins, and a mobile phone. A hand rests on the phone.
    """
    return [
        _purse(122, 170),
        phone(288, 148, 0.96),
        arm("440,330 400,290 322,214", [54, 50, 38], CLOTH["teal"], "s2", Hand(flat, -10, 1.1, flip=True)),
    ]


def _purse(x: float, y: float) -> Group:
    """An open purse: a card looks out, coins lie before it."""
    lying = (-84, 56), (-52, 76)
    parts: Drawing = [
        [oval(62, -44, 17, 17, CLOTH["yellow"]), oval(62, -44, 9, 9, width=FINE)],
        box(-70, -92, 104, 70, 7, CLOTH["sky"]),
        box(-70, -76, 104, 14, 1, THING["dark"], width=FINE),
        box(-58, -52, 22, 16, 3, CLOTH["yellow"], width=FINE),
        smooth("-94,-38! 94,-38! 98,30 90,56 74,62 -74,62 -90,56 -98,30!", CLOTH["plum"]),
        stroke("-95,-8 0,10 95,-8"),
        oval(0, 8, 9, 9, CLOTH["yellow"]),
        [oval(*each, 17, 17, CLOTH["yellow"]) for each in lying],
        [oval(*each, 9, 9, width=FINE) for each in lying],
    ]
    return group("purse", place(x, y, parts))
