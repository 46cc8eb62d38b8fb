"""A visit: at the door, with both parents, by phone, and a call without words."""

from pictures.baby import Baby
from pictures.baby_awake import cradled
from pictures.cast import GRACE, KOFI, MARIA, MEI, ROSA, SANA
from pictures.figures import Figure, arm
from pictures.hands import Hand, flat, mitt, palm, point
from pictures.home import armchair, sofa
from pictures.ink import INNER, Drawing, Group, group, mirrored_page, place
from pictures.palette import CLOTH, THING
from pictures.scene import scene
from pictures.seats import lap
from pictures.strokes import box, oval, polygon, straight


@scene
def worker_at_door() -> Drawing:
    """A worker comes to your door.

    A woman with a name badge stands at a front door. She presses the doorbell.
    """
    maria = Figure(MARIA, 104, 138, 0.98)
    return [
        _front_door(246, 22),
        maria.bust("smile", long=190),
        maria.arm("left", "36,236 34,276 40,330"),
        maria.arm("right", "176,230 186,200 184,164", Hand(point, 42, 0.86)),
    ]


def _front_door(x: float, y: float, *, has_bell: bool = True) -> Group:
    """A front door with a window, a letter box, a handle and a bell beside it."""
    return group(
        "front-door",
        box(x, y, 140, 300, 3, CLOTH["white"]),
        box(x + 12, y + 12, 116, 300, 2, CLOTH["green"]),
        box(x + 34, y + 32, 72, 66, 4, CLOTH["sky"]),
        straight((x + 70, y + 32), (x + 70, y + 98), INNER),
        straight((x + 34, y + 65), (x + 106, y + 65), INNER),
        box(x + 42, y + 166, 56, 16, 4, THING["metal"], width=INNER),
        oval(x + 114, y + 150, 6, 6, THING["metal"], width=INNER),
        [box(x - 34, y + 92, 22, 34, 6, THING["key"]), oval(x - 23, y + 109, 6, 6, CLOTH["coral"], width=INNER)]
        if has_bell
        else None,
    )


@scene
def both_parents_listen() -> Drawing:
    """The worker talks to both parents.

    A mother and a father sit on a sofa. A worker with a name badge talks to both of them. Both listen.
    """
    seat, maria = sofa(4, 118, 268), Figure(MARIA, 62, 124, 0.7)
    grace, kofi = Figure(GRACE, 78, 132, 0.68), Figure(KOFI, 184, 132, 0.68)
    return [
        seat.back,
        grace.bust("calm", tilt=2, long=180),
        kofi.bust("calm", tilt=2, long=180),
        lap(80, 246, "navy"),
        lap(186, 246, "slate"),
        seat.left,
        seat.right,
        grace.arm("left", "32,204 40,228 82,238", Hand(mitt, -6, 0.62)),
        kofi.arm("left", "136,204 146,228 188,240", Hand(mitt, -6, 0.62)),
        mirrored_page(
            maria.bust("talk", tilt=2, long=180),
            lap(64, 246, "slate"),
            maria.arm("right", "100,196 104,222 122,204", Hand(palm, 6, 0.62)),
        ),
    ]


@scene
def friend_at_door() -> Drawing:
    """A friend visits.

    A woman in a headscarf stands at her open front door and smiles. A friend in front of the door smiles and waves.
    """
    sana, friend = Figure(SANA, 104, 132, 0.82), Figure(ROSA, 88, 140, 0.86)
    return [
        box(14, 14, 170, 300, 3, CLOTH["white"]),
        polygon([(28, 28), (170, 28), (170, 306), (28, 306)], THING["light"]),
        polygon([(28, 28), (50, 44), (50, 306), (28, 306)], CLOTH["green"]),
        sana.bust("smile", tilt=2, long=220),
        sana.arm("left", "54,214 62,250 104,258", Hand(mitt, -4, 0.76)),
        mirrored_page(
            friend.bust("smile", tilt=2, long=220),
            friend.arm("left", "28,218 30,262 44,320"),
            friend.arm("right", "148,208 160,214 162,172", Hand(flat, 4, 0.82)),
        ),
    ]


@scene
def safe_at_home() -> Drawing:
    """A mother and her baby at ease at home.

    A mother sits in an armchair and smiles. Her baby is awake in her arms. The front door behind them is shut.
    """
    mei, chair = Figure(MEI, 176, 122, 0.8), armchair()
    return [
        _front_door(266, 22, has_bell=False),
        chair.back,
        mei.bust("downsmile", tilt=14, long=160),
        lap(178, 246, "navy"),
        chair.left,
        chair.right,
        mei.arm("left", "112,194 124,220 146,226", has_cuff=False),
        mei.arm("right", "240,190 240,212 224,220", has_cuff=False),
        place(142, 184, cradled(Baby("s2", "yellow", "black", "smile"), -44), scale=0.86),
        arm("124,216 166,228 224,210", [30, 28, 23], MEI.cloth, MEI.skin, Hand(flat, -4, 0.74)),
    ]
