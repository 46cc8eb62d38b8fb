"""Children of about 3, at home and with a parent: calm, quiet, cross at most, never hurt or afraid."""

from pictures.baby import Baby
from pictures.cast import GRACE, JEAN, RAVI, TOM
from pictures.children import Child, blocks, folded_arms, on_floor
from pictures.figures import Figure
from pictures.hands import Hand, flat, mitt
from pictures.hands import phone as phone_hand
from pictures.holds import face_to_face
from pictures.home import open_door
from pictures.indoors import window
from pictures.ink import INNER, Drawing, place
from pictures.limbs import round_tube, tube
from pictures.palette import CLOTH, THING
from pictures.poses import phone_at_ear
from pictures.scene import scene
from pictures.strokes import box, smooth, straight


@scene
def child_arms_folded() -> Drawing:
    """A cross child.

    A young child stands with folded arms and looks to the side. The child looks cross.
    """
    child = Child("s1", "curls", "fair", "rust", "navy", "cross")
    parts: Drawing = [child.legs(), child.body(), child.head(-6, angle=-4), folded_arms(child)]
    return [straight((90, 284), (310, 284), INNER), place(200, 64, parts, scale=1.08)]


@scene
def child_plays_by_door() -> Drawing:
    """A child looks up from play.

    A young child sits on the floor with building blocks and looks to an open door. Light comes from the next room.
    """
    child = Child("s4", "curls", "black", "yellow", "navy")
    return [
        open_door(286, 22, 88, 250),
        straight((14, 272), (277, 272), INNER),
        place(110, 106, on_floor(child, 9, 4), scale=1.1),
        blocks(196, 272, 32),
    ]


@scene
def worry_about_a_child() -> Drawing:
    """A worry about a child.

    An older woman on the phone looks kindly at a young child. The child sits and plays with building blocks.
    """
    jean, child = Figure(JEAN, 114, 132, 0.88), Child("s3", "bob", "black", "mint", "navy")
    return [
        jean.bust("speak", tilt=8, long=200),
        jean.arm("right", "186,218 184,254 132,260", Hand(mitt, -10, 0.8, flip=True)),
        phone_at_ear(72, 90),
        jean.arm("left", "40,222 28,194 54,132"),
        place(56, 128, phone_hand(JEAN.skin), scale=0.88, angle=12),
        place(272, 142, on_floor(child, -4, -4), scale=0.94),
        blocks(334, 284, 24),
    ]


@scene
def baby_face_to_face() -> Drawing:
    """A mother looks at her baby face to face.

    A mother holds her baby on her knee with one hand behind the baby's head. They look at each other and smile.
    """
    return [box(36, 150, 22, 160, 8, THING["wood"]), face_to_face(GRACE, Baby("s5", "mint", "black"))]


@scene
def child_stays_close() -> Drawing:
    """A child stays close to his father.

    A young child leans on a father and holds on to him. The father has an arm round the child. Both are quiet.
    """
    ravi, child = Figure(RAVI, 152, 118, 0.86), Child("s3", "short", "black", "yellow", "navy")
    return [
        ravi.bust("calm", tilt=14, long=230),
        ravi.arm("right", "266,208 290,250", has_cuff=False),
        place(236, 196, child.body(), child.head(-7, angle=-14), child.arm("28,56 12,86 -42,84")),
        place(292, 252, mitt(RAVI.skin), scale=0.84, angle=146),
        ravi.arm("left", "74,206 84,250 100,330"),
    ]


@scene
def parent_kneels_to_child() -> Drawing:
    """A father talks softly to his child.

    A father kneels face to face with a young child. He has one hand on the child's shoulder. Both are calm.
    """
    tom, child = Figure(TOM, 122, 136, 0.74), Child("s2", "bob", "dark", "mint", "navy")
    trousers = CLOTH["navy"]
    return [
        straight((14, 288), (386, 288), INNER),
        smooth("84,272! 58,268 40,274 36,287! 90,287!", THING["dark"]),
        tube("196,268 140,272 84,276", [38, 32, 24], trousers),
        round_tube("190,262 156,244 112,236", [44, 50, 54], trousers),
        tom.bust("talk", tilt=10, long=136),
        place(282, 118, child.legs(), child.body(), child.head(-8, angle=-4), scale=0.83),
        place(282, 118, child.arm("30,58 40,84 36,112"), scale=0.83),
        tom.arm("right", "190,212 212,222 242,182", Hand(mitt, 14, 0.76)),
        tom.arm("left", "68,206 84,240 140,236", Hand(mitt, 0, 0.76)),
    ]


@scene
def child_awake_in_bed() -> Drawing:
    """A child is awake at night.

    A tired child sits up in a small bed. A father sits beside the child, a hand on the blanket. The moon is in the
    window.
    """
    tom, child = Figure(TOM, 96, 132, 0.78), Child("s2", "curls", "dark", "sky", mood="sleepy")
    arms = child.arm("-30,56 -42,84 -26,106"), child.arm("30,56 42,84 26,106")
    blanket = "330,222! 290,214 230,206 184,214 140,222! 132,272! 336,272!"
    return [
        window(138, 12, 96, 78, is_night=True),
        box(352, 126, 20, 166, 8, THING["wood_dark"]),
        tom.bust("calm", tilt=10, long=150),
        smooth("350,150! 322,146 312,176 316,222! 352,226!", CLOTH["white"]),
        place(286, 132, child.body(), child.head(-5, angle=-4), arms, scale=0.94),
        box(30, 262, 18, 30, 4, THING["wood_dark"]),
        box(26, 222, 330, 44, 6, THING["mattress_side"]),
        smooth(blanket, CLOTH["lilac"]),
        box(18, 250, 346, 22, 5, THING["wood"]),
        tom.arm("right", "164,196 176,216 206,210", Hand(flat, 4, 0.76)),
    ]
