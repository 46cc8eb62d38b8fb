"""How people like to be told things: words, pictures, someone who reads, shows, waits and asks."""

from pictures.baby import Baby
from pictures.baby_asleep import on_back
from pictures.cast import AMY, ANNA, ELLIE, GRACE, JEAN, MARIA, RAVI, TOM
from pictures.cast_others import COLLEAGUE
from pictures.cot import Cot
from pictures.dolls import doll_on_back
from pictures.figures import Figure, arm
from pictures.hands import Hand, flat, mitt, palm
from pictures.ink import INNER, Drawing, Group, group, mirrored_page, place, thinned
from pictures.palette import CLOTH, INK, THING
from pictures.paper import cot_sign, print_lines
from pictures.scene import scene
from pictures.seats import arm_line, sitter, table
from pictures.signs import cry
from pictures.strokes import box, polygon, straight, stroke
from pictures.things import bottle


@scene
def worker_writes_your_words() -> Drawing:
    """Say it in your own words.

    A mother talks with an open hand. A health visitor looks at her and writes on a sheet with three lines.
    """
    maria, anna = sitter(MARIA, "calm", "write"), sitter(ANNA, "talk", "open").mirrored()
    return [maria.body, anna.body, table(), _written_sheet(), maria.arms, anna.arms]


def _written_sheet() -> Group:
    """A sheet on a table with three lines of handwriting."""
    paper = polygon([(168, 244), (250, 244), (268, 294), (152, 294)], CLOTH["white"])
    return group("sheet", paper, print_lines(178, 260, (58, 62, 40), gap=12, width=3))


@scene
def words_with_pictures() -> Drawing:
    """Short words with pictures.

    Two hands hold a sheet of paper. There are three small pictures: a cot, a bottle and a baby. Beside each picture
    is one short line.
    """
    baby = thinned(0.66, place(152, 224, on_back(Baby("s4", "yellow", "black"), "mint"), scale=0.3))
    hand = arm("-30,360 26,312 74,272", [60, 56, 48], CLOTH["blue"], "s4", Hand(mitt, 14, 1.2))
    return [
        box(92, 10, 216, 280, 4, CLOTH["white"]),
        cot_sign(152, 52, 1.06),
        bottle(152, 104, 90),
        baby,
        [straight((212, y), (280, y), 8, CLOTH["grey"]) for y in (54, 136, 218)],
        hand,
        mirrored_page(hand),
    ]


@scene
def read_aloud() -> Drawing:
    """Someone reads the words to you.

    A health visitor reads aloud from a page. Lines show her voice. A man with a hearing aid listens, a hand at his ear.
    """
    maria, tom = Figure(MARIA, 84, 136, 0.9), Figure(TOM, 98, 136, 0.9)
    return [
        maria.bust("talk", tilt=4, long=200),
        mirrored_page(tom.bust("calm", tilt=4, long=200), arm_line(tom, "right"), _hearing_aid(102, 85)),
        cry(146, 92, scale=1.3),
        place(170, 226, _page(), angle=-6),
        maria.arm("right", "138,226 142,256 156,262", Hand(mitt, -14, 0.8)),
        maria.arm("left", "30,228 44,268 112,266", Hand(mitt, -10, 0.8)),
        mirrored_page(tom.arm("left", "28,232 20,204 46,138", Hand(mitt, -10, 0.84))),
    ]


def _hearing_aid(x: float, y: float) -> Group:
    """A hearing aid behind an ear; x,y is the middle of the head."""
    lines = [stroke("-28,-10 -38,-12 -42,0 -36,12", width, ink) for width, ink in ((7, INK), (3, THING["metal"]))]
    return group("hearing-aid", place(x, y, lines, scale=0.9))


def _page() -> Group:
    """A page with lines of print."""
    return group("page", box(-38, -52, 76, 104, 3, CLOTH["white"]), print_lines(-24, -32, (48, 40, 48, 34), gap=20))


@scene
def show_me_how() -> Drawing:
    """Show me how to do new things.

    A health visitor lays a doll on the back in a cot. A mother stands beside her and watches closely.
    """
    ellie, maria = Figure(ELLIE, 66, 118, 0.7), Figure(MARIA, 0, 0, 0.76)
    cot, hand = Cot(130, 152, 0.64, side_rails=7), Hand(mitt, 0, 0.72, flip=True)
    return [
        ellie.bust("calm", tilt=8, long=290),
        ellie.arm("left", "38,206 64,236", Hand(mitt, 0, 0.66)),
        place(304, 104, maria.bust("downsmile", tilt=8, long=290), flip=True),
        cot.back,
        cot.lay(140, 74, 0.54, doll_on_back()),
        cot.front,
        arm("270,142 262,172 248,192 226,194", [30, 30, 27, 22], MARIA.cloth, MARIA.skin, hand, inner="right"),
        arm("338,144 344,190 314,222 262,226", [30, 31, 28, 22], MARIA.cloth, MARIA.skin, hand, inner="left"),
    ]


@scene
def one_thing_at_a_time() -> Drawing:
    """One thing at a time.

    A worker holds up one page with one picture of a cot. The other pages lie face down in a pile. A mother looks.
    """
    maria, grace = sitter(MARIA, "talk", "show"), sitter(GRACE, "calm").mirrored()
    return [
        maria.body,
        grace.body,
        table(),
        group("pile", [box(150 - step, 280 - 6 * step, 96, 12, 2, CLOTH["white"], width=INNER) for step in range(4)]),
        group("page", box(140, 92, 108, 132, 3, CLOTH["white"]), cot_sign(194, 156, 1.1)),
        maria.arms,
        grace.arms,
    ]


@scene
def supporter_with_me() -> Drawing:
    """Someone you trust comes with you.

    A mother sits at a table with an older woman close beside her. The older woman has a hand on the mother's arm. A
    worker sits opposite.
    """
    jean, amy, maria = Figure(JEAN, 66, 116, 0.72), Figure(AMY, 164, 124, 0.72), Figure(MARIA, 68, 120, 0.74)
    return [
        jean.bust("smile", tilt=2, long=180),
        amy.bust("calm", tilt=2, long=180),
        mirrored_page(maria.bust("talk", tilt=4, long=180)),
        table(),
        amy.arm("left", "118,200 130,242 180,252", Hand(mitt, -2, 0.66)),
        jean.arm("left", "18,196 40,236 112,232", Hand(mitt, 0, 0.66)),
        mirrored_page(maria.arm("right", "116,200 126,226 146,206", Hand(palm, 4, 0.66))),
    ]


@scene
def ask_before_sharing() -> Drawing:
    """Ask before you share my page.

    A worker holds a page to her chest and asks a father with an open hand. A second worker waits behind her.
    """
    other, maria, ravi = Figure(COLLEAGUE, 56, 112, 0.66), Figure(MARIA, 166, 128, 0.78), Figure(RAVI, 64, 128, 0.78)
    return [
        other.bust("calm", tilt=2, long=290),
        other.arm("left", "14,190 18,240 26,320", has_cuff=False),
        maria.bust("talk", tilt=4, long=230),
        mirrored_page(ravi.bust("calm", tilt=4, long=230), arm_line(ravi), arm_line(ravi, "right")),
        place(164, 214, _page(), angle=-4, scale=0.9),
        maria.arm("left", "116,206 124,246 160,236", Hand(flat, -30, 0.74)),
        maria.arm("right", "216,208 222,234 244,212", Hand(palm, 4, 0.68)),
    ]
