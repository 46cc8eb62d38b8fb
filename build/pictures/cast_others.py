"""People outside the families: who helps, who works beside the health visitor, who visits."""

from pictures import hair, necklines
from pictures.person import MAN, WOMAN, Person

HELPER = Person("s2", WOMAN, hair.BUN, "grey", "slate", necklines.cardigan, age=1)
DOCTOR = Person("s5", WOMAN, hair.BUN, "black", "rose", necklines.collar, nose="broad")
CALL_WORKER = Person("s4", MAN, hair.CROP, "black", "blue", necklines.collar, nose="broad")
COLLEAGUE = Person("s4", MAN, hair.CROP, "black", "slate", necklines.badge, nose="broad")
FRIEND = Person("s2", WOMAN, hair.LONG, "brown", "mustard", necklines.v_neck)
PARTNER = Person("s2", WOMAN, hair.BUN, "dark", "plum", necklines.v_neck)
MAN_OF_40 = Person("s4", MAN, hair.CROP, "black", "teal", necklines.v_neck, nose="broad", age=1)
