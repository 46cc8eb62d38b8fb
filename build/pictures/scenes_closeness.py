"""Close to a baby: families of every kind, feeding, skin to skin, a bath."""

from pictures.baby import Baby
from pictures.baby_awake import cradled, half_baby
from pictures.baby_heads import head_on_cheek
from pictures.cast import ABDUL, ANNA, ELLIE, FAY, JAY, JUN, LEE, MARCUS, NADIA, OWEN, ROSA
from pictures.figures import Figure, arm
from pictures.hands import Hand, flat, grip, mitt
from pictures.holds import against_chest, cradle
from pictures.home import armchair
from pictures.ink import FINE, INNER, Drawing, Group, group, mirrored_page, place
from pictures.limbs import tube
from pictures.palette import CLOTH
from pictures.scene import scene
from pictures.signs import cry
from pictures.strokes import oval, path, smooth, straight, stroke
from pictures.things import bottle


@scene
def two_dads() -> Drawing:
    """Two fathers feed their baby.

    Two fathers stand close together. One holds the baby in his arms. The other holds the bottle.
    """
    owen = cradle(OWEN, "downsmile", cradled(Baby("s3", "yellow", "black", "awake"), -40), is_mirrored=True)
    marcus = Figure(MARCUS, 88, 112, 0.8)
    return [
        mirrored_page(marcus.bust("smile", tilt=10, long=250)),
        place(128, 130, owen, scale=0.84),
        bottle(182, 206, -24),
        mirrored_page(marcus.arm("right", "140,196 160,216 172,206", Hand(grip, -30, 0.72))),
    ]


@scene
def two_mums() -> Drawing:
    """Two mothers with their baby.

    Two mothers stand close together. One holds the sleeping baby. The other has a hand on the baby.
    """
    fay = cradle(FAY, "downsmile", cradled(Baby("s3", "yellow", "black"), -40), is_mirrored=True)
    rosa = Figure(ROSA, 96, 120, 0.8)
    return [
        mirrored_page(rosa.bust("smile", tilt=10, long=250)),
        place(128, 134, fay, scale=0.84),
        mirrored_page(rosa.arm("right", "144,204 160,238 188,240", Hand(flat, -6, 0.76))),
    ]


@scene
def young_dad_holds_baby() -> Drawing:
    """A young father holds his baby.

    A young father holds his baby against his chest with both hands and smiles.
    """
    return place(160, 142, against_chest(JAY, "smile", Baby("s2", "yellow", "dark", "smile")))


@scene
def mum_crying_baby() -> Drawing:
    """Crying is hard for everyone.

    A young mother holds a crying baby against her chest with both hands. She looks tired.
    """
    return [place(164, 142, against_chest(ELLIE, "tired", Baby("s3", "lilac", "dark", "cry"))), cry(298, 106)]


@scene
def mum_cuddles_baby() -> Drawing:
    """A mother holds her baby close.

    A mother with Down's syndrome holds her smiling baby in her arms and smiles.
    """
    return place(184, 132, cradle(ANNA, "smile", cradled(Baby("s1", "mint", "brown", "smile"), -50), is_mirrored=True))


@scene
def grandad_with_baby() -> Drawing:
    """A grandfather holds a sleeping baby.

    An older man with a moustache holds a sleeping baby in his arms and smiles at the baby.
    """
    return place(180, 134, cradle(ABDUL, "downsmile", cradled(Baby("s3", "lilac", "black"), -40, "sky")))


@scene
def breastfeed() -> Drawing:
    """A mother breastfeeds her baby.

    A mother holds her baby in both arms. The baby's mouth is at her breast. Her top covers the rest.
    """
    baby, fay = Baby("s3", "yellow", "black"), Figure(FAY, 190, 132)
    breast = smooth("196,176! 206,196 196,218 172,226 150,214 142,192 154,168 170,150!", FAY.skin_colour)
    return [
        fay.bust("downsmile", tilt=14, head_x=0),
        fay.arm("left", "98,226 116,262 150,266", has_cuff=False),
        fay.arm("right", "288,218 286,246 262,256", has_cuff=False),
        breast,
        smooth("166,141! 186,160 194,174! 180,160 172,154!", FAY.skin_colour, ink=None),
        place(132, 226, cradled(baby, 0)[:-1], scale=1.06),
        place(132, 232, head_on_cheek(baby.skin, baby.hair), scale=0.9, angle=-52),
        tube("176,252 196,238 202,222", [24, 22, 19], baby.cloth),
        place(204, 216, baby.fist, scale=0.9, angle=20),
        arm("116,266 176,280 266,252", [42, 40, 32], FAY.cloth, FAY.skin, Hand(flat, -4)),
    ]


@scene
def skin_to_skin() -> Drawing:
    """Hold baby skin to skin.

    A father sits in an armchair with his shirt open. A baby in a nappy lies on his bare chest. He holds the baby
    with both hands.
    """
    jun, chair = Figure(JUN, 176, 116, 0.9), armchair()
    chest = "156,112! 130,160 122,230 126,310! 230,310! 232,230 222,160 200,112! 190,130 166,131"
    return [
        chair.back,
        jun.bust("smile", tilt=10, long=210),
        jun.arm("left", "92,216 108,258 140,240"),
        jun.arm("right", "266,214 262,268 216,282"),
        smooth(chest, JUN.skin_colour),
        _bare_baby(Baby("s1", "mint", "black")),
        arm("106,254 128,258 152,242", [36, 34, 29], JUN.cloth, JUN.skin, Hand(flat, 0, 0.9)),
        arm("258,264 236,282 212,282", [36, 34, 29], JUN.cloth, JUN.skin, Hand(flat, 0, 0.9, flip=True)),
        chair.left,
        chair.right,
    ]


def _bare_baby(baby: Baby) -> Group:
    """A baby in a nappy, on the front against a chest, the face to the right."""
    skin = baby.skin_colour
    return group(
        "baby",
        tube("204,206 222,198 226,182", [22, 20, 16], skin),
        place(227, 174, baby.fist, scale=0.8),
        smooth("150,192 176,184 204,192 214,222 218,252 208,276 180,284 150,276 140,252 144,222", skin),
        smooth("139,246! 160,253 196,253 218,246! 222,270 206,290 180,294 152,290 136,270", CLOTH["white"]),
        place(182, 164, head_on_cheek(baby.skin, baby.hair), scale=0.88),
    )


@scene
def warm_bath() -> Drawing:
    """Give baby a warm bath.

    A father baths his baby. One hand is under the baby's head and one hand is on the baby's tummy.
    """
    owen, facing_left = Figure(OWEN, 214, 104, 0.8), Figure(OWEN, 186, 104, 0.8)
    under, on = Hand(flat, 10, 0.8, flip=True), Hand(flat, 0, 0.8, flip=True)
    return [
        mirrored_page(facing_left.bust("downsmile", tilt=12, long=230)),
        path("M24 226 L48 282 C54 296 346 296 352 282 L376 226 Z", CLOTH["mint"]),
        oval(200, 226, 176, 46, CLOTH["white"]),
        oval(200, 228, 158, 34, CLOTH["sky"], width=INNER),
        owen.arm("left", "140,170 96,196 78,222", under),
        _bathing(Baby("s2", "mint", "brown", "smile")),
        owen.arm("right", "278,158 266,198 212,216", on),
    ]


def _bathing(baby: Baby) -> Group:
    """A baby that lies in the water, the head at the left, both knees up."""
    skin = baby.skin_colour
    knee = smooth("240,252! 252,220 268,206 284,212 292,230 296,252!", skin)
    return group(
        "baby",
        place(26, -6, knee),
        smooth("130,214 170,202 214,206 244,228 250,250 150,254 120,240", skin),
        knee,
        smooth(
            "94,240 130,246 170,242 210,248 250,241 290,246 342,238! 310,253 200,260 106,252", CLOTH["sky"], ink=None
        ),
        stroke("134,246 170,242 210,248 250,241 290,246 328,241", FINE),
        place(108, 208, baby.face, scale=0.86, angle=-50),
    )


@scene
def mum_reads_to_baby() -> Drawing:
    """Read to baby.

    A mother with Down's syndrome has her baby on her lap. She holds an open book in front of the baby and reads.
    """
    anna = Figure(ANNA, 196, 116, 0.92)
    return [
        anna.bust("talk", tilt=8, long=230),
        anna.arm("left", "106,224 100,262 128,262"),
        anna.arm("right", "290,222 296,262 266,262"),
        place(196, 216, half_baby(Baby("s1", "mint", "brown", "smile")), scale=0.86),
        _open_book(),
        Hand(grip, 10, 0.74).at(128, 262, 0, ANNA.skin),
        Hand(grip, -10, 0.74, flip=True).at(266, 262, 180, ANNA.skin),
    ]


def _open_book() -> Group:
    """The covers of an open book, with a sun on the front."""
    cover, sun = CLOTH["blue"], CLOTH["yellow"]
    return group(
        "book",
        smooth("130,216! 162,212 196,222! 230,212 264,216! 264,288! 230,286 196,294! 162,286 130,288!", cover),
        straight((196, 222), (196, 293), INNER),
        oval(230, 250, 15, 15, sun, width=INNER),
        [stroke(each, INNER) for each in ("230,226 230,230", "230,270 230,274", "206,250 210,250", "250,250 254,250")],
    )


@scene
def dad_feels_bump() -> Drawing:
    """A father matters from the start.

    A pregnant woman and the father of the baby smile. His hand is on her bump.
    """
    lee, nadia = Figure(LEE, 106, 104, 0.78), Figure(NADIA, 118, 112, 0.8)
    return [
        mirrored_page(nadia.bust("smile", tilt=8, long=250)),
        lee.bust("smile", tilt=10, long=260),
        mirrored_page(nadia.arm("left", "64,194 84,250 140,252", Hand(flat, -14, 0.74))),
        lee.arm("left", "44,192 46,236 70,262", Hand(mitt, scale=0.7)),
        lee.arm("right", "158,190 172,224 206,216", Hand(flat, -8, 0.76)),
    ]
