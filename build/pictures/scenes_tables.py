"""Talk at a table, over a hot drink or a page."""

from pictures.cast import ABDUL, AMY, GRACE, JUN, LEE, MARIA, MEI, PRIYA, RAVI, TOM
from pictures.cast_others import HELPER
from pictures.figures import Figure
from pictures.hands import Hand, mitt
from pictures.ink import INNER, Drawing, Group, group, mirrored_page, place
from pictures.palette import CLOTH, INK, THING
from pictures.paper import pen, print_lines
from pictures.scene import scene
from pictures.seats import mugs, sitter, table
from pictures.strokes import oval, polygon, straight, stroke


@scene
def partners_talk_kindly() -> Drawing:
    """Two partners talk and listen.

    A man and a woman sit at a table with two hot drinks. The man talks with an open hand. The woman listens and smiles.
    """
    jun, mei = sitter(JUN, "talk", "open"), sitter(MEI, "smile").mirrored()
    return [jun.body, mei.body, table(), mugs(196, 238), jun.arms, mei.arms]


@scene
def friends_with_tea() -> Drawing:
    """Two friends talk over a hot drink.

    A younger man and an older man sit at a table with hot drinks. The younger man talks. The older man smiles.
    """
    tom, abdul = sitter(TOM, "talk", "open"), sitter(ABDUL, "smile").mirrored()
    return [tom.body, abdul.body, table(), mugs(196, 238), tom.arms, abdul.arms]


@scene
def worker_explains_notes() -> Drawing:
    """Ask the worker about her notes.

    A health visitor turns her notebook to a mother at a table. The mother points at the notebook and asks.
    """
    maria, amy = sitter(MARIA, "talk", "open"), sitter(AMY, "speak", "point").mirrored()
    return [maria.body, amy.body, table(), _notebook(), maria.arms, amy.arms]


def _notebook() -> Group:
    """An open notebook on a table."""
    return group(
        "notebook",
        polygon([(160, 246), (240, 246), (256, 292), (144, 292)], CLOTH["white"]),
        straight((200, 246), (200, 292), INNER),
        print_lines(160, 262, (30, 30), gap=14, width=3),
    )


@scene
def plan_with_helper() -> Drawing:
    """Make a plan with a trained helper.

    Two women sit at a table with hot drinks. A sheet of paper and a pen lie between them. They talk calmly.
    """
    helper, grace = sitter(HELPER, "talk", "open"), sitter(GRACE, "calm").mirrored()
    return [helper.body, grace.body, table(), mugs(190, 234), _sheet_and_pen(), helper.arms, grace.arms]


def _sheet_and_pen() -> Group:
    """An empty sheet on a table, a pen on it."""
    paper = polygon([(158, 262), (244, 262), (258, 296), (144, 296)], CLOTH["white"])
    return group("sheet", paper, pen((184, 286), (226, 270)))


@scene
def dad_thinks() -> Drawing:
    """A man sits and thinks.

    A man sits at a table with a hot drink. His hand is at his chin. He is calm.
    """
    lee = Figure(LEE, 190, 136)
    return [
        lee.bust("calm", tilt=-4, long=190),
        table(250),
        mugs(346),
        lee.arm("left", "96,232 116,274 192,276", Hand(mitt, -4, 0.86)),
        lee.arm("right", "292,256 268,224 228,156", Hand(mitt, 4, 0.86)),
    ]


@scene
def talk_with_gp() -> Drawing:
    """Talk to your GP.

    A doctor with a stethoscope round her neck sits at a desk with a father. The father talks. The doctor listens.
    """
    ravi, doctor = sitter(RAVI, "talk", "open"), sitter(PRIYA, "calm").mirrored()
    return [ravi.body, doctor.body, _stethoscope(), table(), ravi.arms, doctor.arms]


def _stethoscope() -> Group:
    """A stethoscope round a neck at the right."""
    tubes = "-28,4 -25,34 -2,62", "28,2 27,34 2,62", "0,62 2,90 18,100 30,86"
    lines = [stroke(each, width, ink) for width, ink in ((9, INK), (4, THING["metal"])) for each in tubes]
    disc = oval(30, 80, 10, 10, THING["metal"])
    return group("stethoscope", mirrored_page(place(86, 122, lines, disc, scale=0.82)))
