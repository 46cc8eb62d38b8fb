"""How an adult holds a baby, the pit of the neck at 0,0, so that a scene only says who, whom and where."""

from pictures.baby import Baby
from pictures.baby_awake import upright
from pictures.baby_heads import head_on_cheek
from pictures.faces import Mood
from pictures.figures import Figure, arm
from pictures.hands import Hand, flat
from pictures.ink import Drawing, mirrored, place
from pictures.limbs import round_tube, tube
from pictures.palette import CLOTH
from pictures.person import Person


def cradle(
    person: Person,
    mood: Mood,
    held: Drawing,
    *,
    tilt: float = 14,
    long: float = 210,
    is_mirrored: bool = False,
) -> Drawing:
    """What is held lies in both arms, its head in the bend of the left elbow, or mirrored in that of the right one."""
    arms = (_thick_arms if person.build.has_thick_arms else _slim_arms)(person, held)
    return [Figure(person, 0, 0).bust(mood, tilt=tilt, head_x=2, long=long), mirrored(arms) if is_mirrored else arms]


def _slim_arms(person: Person, held: Drawing) -> Drawing:
    """Slim arms round a baby."""
    figure = Figure(person, 0, 0)
    return [
        figure.arm("left", "-78,90 -64,122 -38,128", has_cuff=False),
        figure.arm("right", "82,82 80,110 62,120", has_cuff=False),
        place(-42, 72, held, scale=1.06),
        arm("-64,118 -14,128 62,110", [36, 34, 28], person.cloth, person.skin, Hand(flat, -4)),
    ]


def _thick_arms(person: Person, held: Drawing) -> Drawing:
    """Thick arms round a baby."""
    figure = Figure(person, 0, 0)
    out = person.build.shoulders[1][0] - 52
    return [
        figure.arm("left", f"{-84 - out},92 {-66 - out},126 -34,130", has_cuff=False),
        figure.arm("right", f"{92 + out},80 {92 + out},112 70,124", has_cuff=False),
        place(-40, 72, held, scale=1.1),
        arm("-64,122 -8,134 70,112", [42, 40, 33], person.cloth, person.skin, Hand(flat, -4)),
    ]


def face_to_face(person: Person, baby: Baby) -> Drawing:
    """Baby sits on the knee, one hand behind the head, and both look at each other. Placed on the page."""
    figure = Figure(person, 130, 124, 0.9)
    first, upper, wrist = (each * 0.9 for each in person.build.arm)
    edge = 130 + person.build.shoulders[1][0]
    return [
        tube(f"{edge - 4},150 226,178 272,184 292,166", [first - 4, upper - 4, upper - 8, wrist], person.cloth),
        figure.bust("smile", tilt=8, long=200),
        round_tube("120,284 200,276 300,292", [60, 58, 50], CLOTH["navy"]),
        place(250, 146, upright(baby, 0)[0], scale=0.98),
        place(250, 146, head_on_cheek(baby.skin, baby.hair, smiles=True), scale=0.86, flip=True),
        place(296, 180, flat(person.skin), scale=0.84, angle=-110),
        figure.arm("left", "76,214 98,250 160,240 216,220", Hand(flat, scale=0.84)),
    ]


def against_chest(person: Person, mood: Mood, baby: Baby, *, tilt: float = 4, long: float = 170) -> Drawing:
    """Baby upright at the right shoulder, both hands on the back."""
    figure = Figure(person, 0, 0)
    first, upper, wrist = person.build.arm
    edge = person.build.shoulders[1][0]
    points = f"{edge + 6},30 {edge + 56},54 {edge + 80},86 {edge + 68},116"
    return [
        tube(points, [first - 6, upper - 3, upper - 7, wrist], person.cloth),
        figure.bust(mood, tilt=tilt, long=long),
        place(edge + 44, -20, upright(baby, 10)),
        place(edge + 84, 106, flat(person.skin), scale=0.88, angle=170),
        figure.arm("left", f"-62,92 -36,118 {edge - 42},104 {edge + 4},80", Hand(flat)),
    ]
