"""What is learnt about somebody after they were first written down, and where it comes from.

A fact is never changed: a newer one of the same kind takes its place, and the older ones stay to be read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.domain.words import OpenWord

if TYPE_CHECKING:
    from datetime import date, datetime


class FactKind(OpenWord):
    """What a fact is about. The name in brackets says whose id `Fact.about_id` holds."""

    LOCAL_NUMBER = "local-number"  # (family) its number in the record system of the organisation
    GIVEN_NAME = "given-name"  # (child) once it has one
    BORN_ON = "born-on"  # (child) once it is born
    DUE_ON = "due-on"  # (child)
    NHS_NUMBER = "nhs-number"  # (child)
    TIE = "tie"  # (relationship) where we know it from
    RESPONSIBILITY = "parental-responsibility"  # (relationship)
    LIVES_AT = "lives-at"  # (carer) a place of the family, or ELSEWHERE
    CONTACT_BY = "contact-by"  # (carer) how they like to be reached
    CONTACT_WHEN = "contact-when"  # (carer)
    PHONE = "phone"  # (carer)
    SHARING = "sharing"  # (carer) whether their needs may be shared
    SHARE_WITH = "share-with"  # (carer) and with whom


class Responsibility(OpenWord):
    """Whether a carer has parental responsibility for a child. Only what was told or seen; nothing is concluded."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not-known"


class Sharing(OpenWord):
    """What a carer said when asked whether their needs may be shared."""

    AGREED = "agreed"
    REFUSED = "refused"


ELSEWHERE = "elsewhere"
"""Where a carer lives who lives at none of the family's places."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from: who told us, and the document it was seen in. Either may be empty."""

    told_by: str = ""
    seen_in: str = ""


NOWHERE = Source()
"""Nobody said where it comes from."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing known about one person, pair or family from this day on.

    Attributes:
        about_id: id of the family, child, carer or relationship it is about.
        value: the thing itself, as the kind writes it: a word, a day (2026-11-24), a number, a line.
        told_by: who told us; empty when nobody did.
        seen_in: the document it was seen in; empty when there was none.
    """

    id: str
    family_id: str
    about_id: str
    kind: FactKind
    value: str
    learnt_on: date
    recorded_at: datetime
    worker: str
    told_by: str = ""
    seen_in: str = ""
