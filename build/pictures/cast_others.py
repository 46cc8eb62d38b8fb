"""People outside the families: who helps, who answers a call, who works beside the health visitor."""

from pictures import hair, necklines
from pictures.person import MAN, WOMAN, Person

HELPER = Person("s2", WOMAN, hair.BUN, "grey", "slate", necklines.cardigan, age=1)
CALL_WORKER = Person("s4", MAN, hair.CURLS, "black", "blue", necklines.collar, nose="broad")
COLLEAGUE = Person("s1", MAN, hair.BALD, "grey", "slate", necklines.badge)
