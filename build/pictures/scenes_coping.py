"""Crying, when and how to cope, and handling a baby gently: what the texts about crying still need."""

from pictures.baby import Baby

@scene
def crying_most_6_to_8() -> Drawing:
    """Babies cry most at about 6 to 8 weeks.

    A baby cries loudly. Beside the baby is a calendar page with the numbers 6 to 8.
    """
    return [
        place(124, 194, half_baby(Baby("s3", "mint", "black", "cry")), scale=1.4),
        cry(196, 72, scale=1.4),
        cry(52, 72, scale=1.4, flip=True),
        calendar(306, 152, 1.15),
        number("6", 262, 146, 6.4, gap=0, scale=1.1),
        straight((297, 165), (315, 165), 6.4),
        number("8", 328, 146, 6.4, gap=0, scale=1.1),
    ]


@scene
def crying_in_the_evening() -> Drawing:
    """Many babies cry most in the evening.

    It is dark outside the window. A mother holds a crying baby and a father stands beside her. Both look tired.
    """
    mei = cradle(MEI, "tired", Baby("s2", "yellow", "black", "cry"), long=250)
    jun = Figure(JUN, 84, 128, 0.8)
    return [
        night_window(24, 22, 96, 110),
        mirrored_page(jun.bust("tired", tilt=8, long=240)),
        place(196, 146, mei, scale=0.84),
        cry(130, 176, flip=True),
    ]


@scene
def early_baby_due_date() -> Drawing:
    """Count from the due date if baby was born early.

    Two adult hands hold a very small baby who is awake. Beside the baby is a calendar page with a ring round one day.
    """
    return [
        calendar(304, 140, 1.2),
    ]


@scene
def dad_walks_with_pram() -> Drawing:
    """A father takes baby for a walk in the pram.

    A father walks outside and pushes a pram. The baby lies on the back in the pram.
    """
    return push_pram(TOM, "green")


@scene
def dad_gentle_play() -> Drawing:
    """Play gently with baby.

    A father sits and holds his baby on his knee, face to face. One hand is behind the baby's head. Both smile. There
    is a green tick.
    """
    return [tick(352, 48, 30)]


@scene
def lift_with_both_hands() -> Drawing:
    """Lift baby with both hands.

    One hand is under the baby's head and neck. The other hand is under the bottom. The baby is calm. There is a green
    tick.
    """
    return [tick(352, 48, 30)]


@scene
def dad_practises_holding() -> Drawing:
    """Ask the health visitor to show how to hold baby.

    A father holds a doll with its head on his arm. A health visitor shows him how with her own arm.
    """
    return []


@scene
def tell_everyone() -> Drawing:
    """Tell everyone who looks after baby.

    A father shows a sheet to a grandmother and a young babysitter. The baby sleeps on the back in a Moses basket.
    """
    return []
