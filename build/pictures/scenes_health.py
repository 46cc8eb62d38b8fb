"""Baby is not well, a parent is low, and who helps."""

from pictures.baby import Baby
from pictures.baby_asleep import on_back
from pictures.baby_awake import cradled
from pictures.bed import basket
from pictures.cast import AMY, JAY, LEE, MARCUS, MARIA, MEI, NADIA, PRIYA, SAM
from pictures.figures import Figure, arm, walking_legs
from pictures.hands import Hand, flat, grip, mitt
from pictures.hands import phone as phone_hand
from pictures.holds import against_chest
from pictures.ink import INNER, OUTLINE, Drawing, Group, group, mirrored_page, place, thinned
from pictures.limbs import tube
from pictures.palette import CLOTH, SIGN, THING
from pictures.person import Person
from pictures.poses import SMALL_LINES, phone_at_ear
from pictures.scene import scene
from pictures.strokes import box, oval, path, straight, stroke
from pictures.things import wheel


@scene
def baby_not_well() -> Drawing:
    """Baby is not well.

    A mother holds a baby who looks ill. The baby's eyes are half shut and one arm hangs down. The mother is on the
    phone and looks worried.
    """
    mei, baby = Figure(MEI, 186, 140), Baby("s2", "yellow", "black", "unwell")
    limp = tube("218,236 226,254 224,280", [24, 23, 18], baby.cloth)
    return [
        mei.bust("worry", tilt=4),
        phone_at_ear(136, 94),
        mei.arm("left", "102,234 86,204 118,138"),
        place(119, 134, phone_hand(MEI.skin), angle=12),
        mei.arm("right", "270,228 262,262 232,268", has_cuff=False),
        place(238, 212, cradled(baby, -40), scale=1.06, flip=True),
        arm("262,262 200,274 128,256", [36, 34, 28], MEI.cloth, MEI.skin, Hand(flat, 4, flip=True)),
        group("limp-arm", place(224, 286, baby.fist, scale=0.9, angle=180), limp),
    ]


@scene
def ambulance() -> Drawing:
    """An ambulance comes to help.

    An ambulance seen from the side with its side door open. A paramedic in green walks beside it with a bag.
    """
    standing: Drawing = [
        arm("46,50 62,92 66,132", [36, 34, 28], SAM.cloth, SAM.skin, Hand(mitt), inner="left"),
        Figure(SAM, 0, 0).bust("calm", long=134),
        arm("-50,48 -62,96 -64,136", [38, 35, 28], SAM.cloth, SAM.skin, Hand(grip), inner="right"),
    ]
    return [
        _van(),
        straight((12, 278), (388, 278), INNER),
        walking_legs(176, 146 + 134 * 0.42, 0.53, "green"),
        _medical_bag(146, 226),
        thinned(SMALL_LINES, place(174, 146, standing, scale=0.42)),
    ]


def _van() -> Group:
    """The ambulance from the side, its cab at the right."""
    cloth, glass = CLOTH["yellow"], CLOTH["sky"]
    checks = [box(14 + step * 26, 176 + 18 * (step % 2), 26, 18, 0, CLOTH["green"], ink=None) for step in range(14)]
    return group(
        "ambulance",
        box(236, 24, 64, 18, 6, glass),
        path("M14 46 C14 38 20 36 26 36 L286 36 L330 102 L374 116 C384 120 386 130 386 140 L386 246 L14 246 Z", cloth),
        path("M14 176 L386 176 L386 212 L14 212 Z", CLOTH["white"], ink=None),
        checks,
        straight((14, 176), (386, 176), INNER),
        straight((14, 212), (386, 212), INNER),
        path("M14 46 C14 38 20 36 26 36 L286 36 L330 102 L374 116 C384 120 386 130 386 140 L386 246 L14 246 Z"),
        path("M262 58 L280 58 L312 106 L262 106 Z", glass),
        box(262, 130, 26, 7, 3, THING["dark"], ink=None),
        box(120, 62, 92, 184, 4, THING["light"]),
        box(30, 62, 80, 184, 4, cloth),
        oval(70, 108, 27, 27, CLOTH["white"]),
        path(
            "M64 90 L76 90 L76 102 L88 102 L88 114 L76 114 L76 126 L64 126 L64 114 L52 114 L52 102 L64 102 Z",
            SIGN["yes"],
        ),
        wheel(66, 248, 29),
        wheel(318, 248, 29),
    )


def _medical_bag(x: float, y: float) -> Group:
    """A bag with a plus sign, its handle at x,y."""
    parts = [
        stroke("-10,8 -8,-2 8,-2 10,8", OUTLINE),
        box(-24, 8, 48, 34, 6, CLOTH["rust"]),
        straight((-8, 25), (8, 25), 5, CLOTH["white"]),
        straight((0, 17), (0, 33), 5, CLOTH["white"]),
    ]
    return group("bag", place(x, y, parts))


@scene
def doctor_looks_at_baby() -> Drawing:
    """A doctor looks at baby.

    A young father holds his baby. A doctor listens to the baby's chest with a stethoscope.
    """
    jay = against_chest(JAY, "calm", Baby("s2", "yellow", "dark", "awake"), long=220)
    doctor = Figure(PRIYA, 84, 124, 0.86)
    return [
        mirrored_page(doctor.bust("calm", tilt=8, long=230)),
        place(104, 136, jay, scale=0.86),
        _stethoscope(),
        mirrored_page(doctor.arm("right", "138,196 156,206 168,188", Hand(grip, -10, 0.76))),
        oval(209, 183, 10, 10, THING["metal"], width=INNER),
    ]


def _stethoscope() -> Group:
    """Round the neck of the doctor, and down to the hand."""
    lines = "292,112 296,150 314,168", "340,114 334,150 314,168", "314,168 312,214 288,236 250,222 232,194"
    return group("stethoscope", [[stroke(each, 7), stroke(each, 2.6, THING["metal"])] for each in lines])


@scene
def low_mood() -> Drawing:
    """Talk to someone if you feel low.

    A mother sits with her head in her hand. A health visitor listens to her. The baby sleeps in a Moses basket.
    """
    return _feels_low(AMY, Baby("s1", "yellow", "red", is_small=True), "mint")


@scene
def dad_low_mood() -> Drawing:
    """Fathers can feel low too.

    A father sits with his head in his hand. A health visitor listens to him. The baby sleeps in a Moses basket.
    """
    return _feels_low(MARCUS, Baby("s3", "yellow", "black", is_small=True), "lilac")


def _feels_low(parent: Person, baby: Baby, bag: str) -> Drawing:
    """A parent with the head in one hand, a worker who listens, and the baby safe between them."""
    maria, low = Figure(MARIA, 70, 112, 0.8), Figure(parent, 96, 128, 0.8)
    return [
        maria.bust("calm", tilt=8, long=240),
        mirrored_page(
            low.bust("downtired", tilt=20, long=240),
            low.arm("right", "168,214 164,176 139,122", Hand(flat, 4, 0.74, flip=True)),
            low.arm("left", "36,224 66,254 134,240", Hand(mitt, -6, 0.78)),
        ),
        maria.arm("right", "110,196 110,234 76,242", Hand(mitt, scale=0.7, flip=True)),
        basket(192, 242, 0.66, on_back(baby, bag)),
    ]


@scene
def pregnant_couple_talks_with_worker() -> Drawing:
    """Talk to the health visitor before baby is born.

    A pregnant woman and her partner talk with a health visitor. The woman has both hands on her bump.
    """
    maria, nadia, lee = Figure(MARIA, 70, 120, 0.78), Figure(NADIA, 156, 112, 0.78), Figure(LEE, 74, 104, 0.78)
    return [
        maria.bust("talk", tilt=4, long=240),
        mirrored_page(
            lee.bust("calm", tilt=6, long=260), lee.arm("left", "22,186 24,232 52,256", Hand(mitt, scale=0.7))
        ),
        mirrored_page(nadia.bust("smile", tilt=4, long=250)),
        mirrored_page(nadia.arm("left", "102,190 126,244 172,244", Hand(flat, -10, 0.74))),
        mirrored_page(nadia.arm("right", "222,184 214,202 192,196", Hand(flat, 10, 0.74, flip=True))),
        maria.arm("right", "110,200 112,238 78,248", Hand(mitt, scale=0.7, flip=True)),
    ]
