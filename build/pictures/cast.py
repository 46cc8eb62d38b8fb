"""The cast: the families, and Maria, the health visitor. One story, one family."""

from pictures import hair, necklines
from pictures.builds import HEAVY_MAN, HEAVY_WOMAN, PREGNANT, SHORT_NECK, YOUNG_MAN, YOUNG_WOMAN
from pictures.person import MAN, WOMAN, Person

AMY = Person("s1", WOMAN, hair.PONY, "red", "teal", necklines.round_neck)
SANA = Person("s3", WOMAN, hair.HEADSCARF, "black", "plum", necklines.round_neck, scarf="lilac")
GRACE = Person("s5", WOMAN, hair.AFRO, "black", "rust", necklines.v_neck, nose="broad")
JEAN = Person("s1", WOMAN, hair.SHORT_AND_SET, "grey", "rose", necklines.cardigan, age=2, has_glasses=True)
MARIA = Person("s2", WOMAN, hair.BOB, "dark", "navy", necklines.badge)
DAWN = Person("s1", WOMAN, hair.BOB, "fair", "slate", necklines.v_neck, age=1)
BETH = Person("s1", WOMAN, hair.LONG_CURLS, "brown", "teal", necklines.round_neck, has_glasses=True)

KOFI = Person("s5", MAN, hair.FADE, "black", "mustard", necklines.round_neck, beard="full", nose="broad")
LEE = Person("s1", MAN, hair.SHORT, "brown", "blue", necklines.hood)
RAVI = Person("s3", MAN, hair.SHORT, "black", "green", necklines.collar, nose="long")
ABDUL = Person("s3", MAN, hair.BALD, "grey", "slate", necklines.collar, beard="moustache", age=2, nose="long")
TOM = Person("s2", MAN, hair.CURLS, "dark", "rust", necklines.round_neck, beard="stubble")

# Of heavier build, with their partners.
FAY = Person("s4", HEAVY_WOMAN, hair.LONG_CURLS, "black", "plum", necklines.v_neck, nose="broad")
OWEN = Person("s1", HEAVY_MAN, hair.CROP, "red", "rust", necklines.collar, has_glasses=True)

MARCUS = Person("s4", MAN, hair.CROP, "black", "teal", necklines.v_neck, nose="broad")
ROSA = Person("s2", WOMAN, hair.LONG, "brown", "blue", necklines.collar)

# Young parents, 17 or 18 years old.
ELLIE = Person("s3", YOUNG_WOMAN, hair.TOP_KNOT, "dark", "plum", necklines.round_neck)
JAY = Person("s2", YOUNG_MAN, hair.CURTAINS, "dark", "green", necklines.hood)

# A family from East Asia.
MEI = Person("s2", WOMAN, hair.LONG_PARTED, "black", "blue", necklines.round_neck, nose="soft", lid="smooth")
JUN = Person("s2", MAN, hair.SWEPT, "black", "teal", necklines.collar, nose="soft", lid="smooth")

# A doctor and a paramedic.
PRIYA = Person("s4", WOMAN, hair.BUN, "black", "blue", necklines.v_neck, nose="long", age=1)
SAM = Person("s3", MAN, hair.SHORT, "dark", "green", necklines.collar)

# Pregnant.
NADIA = Person("s4", PREGNANT, hair.BUN, "dark", "rose", necklines.v_neck)

# With Down's syndrome.
ANNA = Person("s1", SHORT_NECK, hair.FRINGE, "brown", "mustard", necklines.cardigan, nose="small", lid="folded")
