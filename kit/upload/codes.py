"""Codes and identifier systems: which are national, which are our own, and how a word of the kit is coded.

Only codes marked verified in `fhir.md` sections 2 to 4 are used; everything else is a local code under the
organisation's namespace with its text. A word from a newer version of the kit is sent as text alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import kit
from kit.domain.adjustments import CODES
from kit.domain.advice import Form, Reason, Topic, Understanding, Way
from kit.domain.carer import MetHow, Tie
from kit.domain.visit import Contact, VisitOutcome

if TYPE_CHECKING:
    from collections.abc import Mapping

Json = dict[str, Any]
"""A FHIR resource or a part of one."""

NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number"
NHS_NUMBER_STATUS = "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus"
NHS_NUMBER_STATUS_CODES = "https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatusEngland"
ODS_ORGANISATION = "https://fhir.nhs.uk/Id/ods-organization-code"
SDS_USER = "https://fhir.nhs.uk/Id/sds-user-id"
SNOMED = "http://snomed.info/sct"
UK_CORE = "https://fhir.hl7.org.uk/StructureDefinition/UKCore-"

_HL7 = "http://terminology.hl7.org/CodeSystem/"
_UK = "https://fhir.hl7.org.uk/CodeSystem/"


def coding(system: str, code: str, display: str) -> Json:
    """One Coding."""
    return {"system": system, "code": code, "display": display}


HOME_VISIT = coding(SNOMED, "439708006", "Home visit")
HOME_HEALTH = coding(f"{_HL7}v3-ActCode", "HH", "home health")
PRIMARY_PERFORMER = coding(f"{_HL7}v3-ParticipationType", "PPRF", "primary performer")
ADVICE_GIVEN = coding(
    f"{_UK}UKCore-RecordStandardHeadings", "information-and-advice-given", "Information and advice given"
)
INSTRUCTION = coding(f"{_HL7}communication-category", "instruction", "Instruction")
SURVEY = coding(f"{_HL7}observation-category", "survey", "Survey")
NOT_PERFORMED = coding(f"{_HL7}data-absent-reason", "not-performed", "Not Performed")
NOT_ASKED = coding(f"{_HL7}data-absent-reason", "not-asked", "Not Asked")
NORMAL = coding(f"{_HL7}v3-Confidentiality", "N", "normal")
AUTHOR = coding(f"{_HL7}provenance-participant-type", "author", "Author")
REVISED = coding(f"{_HL7}v3-DataOperation", "UPDATE", "revise")
NULLIFIED = coding(f"{_HL7}v3-DataOperation", "NULLIFY", "nullify")
NUMBER_VERIFIED = coding(NHS_NUMBER_STATUS_CODES, "01", "Number present and verified")

_FACE = coding(f"{_HL7}v3-ParticipationMode", "FACE", "face-to-face")
_ELECTRONIC = coding(f"{_HL7}v3-ParticipationMode", "ELECTRONIC", "electronic data")
_WRITTEN = coding(f"{_HL7}v3-ParticipationMode", "WRITTEN", "written")


@dataclass(frozen=True, slots=True)
class Term:
    """How one word of the kit is sent.

    Attributes:
        text: what a person reads.
        local: codes of our own system, broadest first; empty when a national code says it all.
        national: verified codings of others.
    """

    text: str
    local: tuple[str, ...] = ()
    national: tuple[Json, ...] = ()


def _role(code: str, display: str) -> Json:
    return coding(f"{_HL7}v3-RoleCode", code, display)


TIES: Mapping[str, Term] = {
    Tie.MOTHER: Term("Mother", national=(_role("MTH", "mother"),)),
    Tie.FATHER: Term("Father", national=(_role("FTH", "father"),)),
    Tie.OTHER_PARENT: Term("Other parent", ("other-parent",)),
    Tie.PARTNER_OF_PARENT: Term(
        "Partner of a parent",
        national=(coding(f"{_UK}UKCore-AdditionalPersonRelationshipRole", "Carer", "Carer of patient"),),
    ),
    Tie.GRANDPARENT: Term("Grandparent", national=(_role("GRPRN", "grandparent"),)),
    Tie.OTHER: Term("Other carer", ("other",)),
}
"""RelatedPerson.relationship (`fhir.md` section 3). DOMPART is not used: it would say partner of the child."""

TOPICS: Mapping[str, Term] = {
    Topic.SAFER_SLEEP: Term("Safer sleep", ("safer-sleep",)),
    Topic.CRYING: Term("Coping with crying", ("crying",)),
    Topic.TRAUMA: Term("Trauma and adverse childhood experiences", ("trauma",)),
    Topic.LEARNING_DIFFICULTIES: Term("Learning difficulties", ("learning-difficulties",)),
    Topic.FATHERS: Term("Fathers and partners", ("fathers",)),
    Topic.EARLY_HELP: Term("Early help", ("early-help",)),
}
"""Communication.topic. No SNOMED code for any of these was verified (`fhir.md` section 4)."""

FORMS: Mapping[str, Term] = {
    Form.STANDARD: Term("Standard text", ("standard",)),
    Form.EASY_READ: Term("Easy read", ("easy-read",)),
}
"""Communication.medium: in which form."""

WAYS: Mapping[str, Term] = {
    Way.TALKED: Term("Talked through", ("spoken",), (_FACE,)),
    Way.SHOWN: Term("Shown on screen", ("on-screen",), (_ELECTRONIC,)),
    Way.PRACTISED: Term("Practised", ("practised",)),
    Way.PRINTED: Term("Printed leaflet", ("printed",), (_WRITTEN,)),
    Way.READY_MADE: Term("Ready-made leaflet", ("ready-made-leaflet",), (_WRITTEN,)),
    Way.NUMBER_ONLY: Term("Telephone number only", ("number-only",)),
}
"""Communication.medium: how it was given."""

REASONS: Mapping[str, Term] = {
    Reason.NOT_PRESENT: Term("Not present", ("not-present",)),
    Reason.DECLINED: Term("Declined", ("declined",)),
    Reason.INTERPRETER_NEEDED: Term("Interpreter needed", ("interpreter-needed",)),
    Reason.ANOTHER_DAY: Term("Left for another day", ("another-day",)),
}
"""Communication.statusReason. "Not safe" has no code here on purpose: ordinary records never say it."""

UNDERSTANDINGS: Mapping[str, Term] = {
    Understanding.SHOWED_ME: Term("Understood: showed how", ("understood", "showed-me")),
    Understanding.TOLD_ME: Term("Understood: told it back in own words", ("understood", "told-me")),
    Understanding.NOT_YET: Term("Not yet understood: come back to it", ("not", "not-yet")),
}
"""Observation.value of a teach-back: understood or not first, then exactly what was seen."""

MET_BY: Mapping[str, Term] = {
    MetHow.EASY_READ_TEXT: Term("Easy-read text used", ("easy-read",)),
    MetHow.LARGE_PRINT_LEAFLET: Term("Large-print leaflet", ("large-print-leaflet",)),
    MetHow.SHOWN_LARGE: Term("Shown in large print", ("shown-large",)),
    MetHow.SHOWN_TO_SUIT: Term("Shown in the letters and on the ground asked for", ("shown-to-suit",)),
    MetHow.READ_ALOUD: Term("Read aloud by the application", ("read-aloud",)),
    MetHow.TALKED_THROUGH: Term("Talked through", ("talked-through",)),
    MetHow.PICTURES_SHOWN: Term("Pictures shown", ("pictures-shown",)),
    MetHow.INTERPRETER_THERE: Term("Interpreter there", ("interpreter-there",)),
    MetHow.INTERPRETER_BY_PHONE: Term("Interpreter by telephone", ("interpreter-by-phone",)),
    MetHow.SUPPORTER_THERE: Term("Supporter there", ("supporter-there",)),
    MetHow.LONGER_VISIT: Term("Longer visit", ("longer-visit",)),
}
"""Observation.component.code: what was done. "Not met" is not sent: nothing was done."""

NEEDS: Mapping[str, Json] = {kind: coding(SNOMED, one.code, one.display) for kind, one in CODES.items()}
"""Observation.component.value: the need, where a code was seen for it (`fhir.md` section 4)."""

CONTACTS: Mapping[str, Term] = {
    Contact.ANTENATAL: Term("Antenatal contact", ("antenatal",)),
    Contact.NEW_BIRTH: Term("New birth contact", ("new-birth",)),
    Contact.SIX_TO_EIGHT_WEEKS: Term("6 to 8 weeks contact", ("6-to-8-weeks",)),
    Contact.TWELVE_MONTHS: Term("12 months contact", ("12-months",)),
    Contact.TWO_TO_TWO_AND_A_HALF: Term("2 to 2 and a half years contact", ("2-to-2-and-a-half-years",)),
    Contact.OTHER: Term("Other contact", ("other",)),
}
"""Encounter.type beside the home visit."""

ATTEMPTS: Mapping[str, Term] = {
    VisitOutcome.NO_ACCESS: Term("No access", ("no-access",)),
    VisitOutcome.CANCELLED: Term("Cancelled", ("cancelled",)),
    VisitOutcome.NOT_BROUGHT: Term("Not brought", ("not-brought",)),
    VisitOutcome.REFUSED: Term("Refused", ("refused",)),
}
"""Encounter.type of a failed attempt: why nobody was seen."""

ENCOUNTER_STATUS: Mapping[str, str] = {VisitOutcome.SEEN: "finished", **dict.fromkeys(ATTEMPTS, "cancelled")}
"""Encounter.status (required binding); an outcome from a newer version is "unknown"."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How this organisation writes FHIR (`fhir.md` sections 2 to 4).

    Attributes:
        namespace: address the organisation owns, in front of its own identifiers and codes; no slash at its end.
        sends_profiles: whether resources name the UK Core profiles they follow.
        sends_free_text: whether the reason of a correction goes in the worker's own words.
    """

    namespace: str
    sends_profiles: bool = True
    sends_free_text: bool = False

    def system(self, kind: str) -> str:
        """The system of our own identifiers of this kind."""
        return f"{self.namespace}/Id/{kind}"

    def key(self, kind: str, value: str) -> str:
        """Our own identifier in one string, "system|value": how a record is known on both sides."""
        return f"{self.system(kind)}|{value}"

    def local(self, system: str, code: str, display: str) -> Json:
        """A Coding of our own."""
        return coding(f"{self.namespace}/CodeSystem/{system}", code, display)

    def concept(self, system: str, terms: Mapping[str, Term], word: str) -> Json:
        """The CodeableConcept of a word; text alone when this version does not know it."""
        term = terms.get(word)
        if term is None:
            return {"text": word}
        ours = [self.local(system, code, term.text) for code in term.local]
        return {"coding": [*ours, *term.national], "text": term.text}

    def meta(self, resource_type: str, *, is_labelled: bool = False) -> Json:
        """Which program wrote it, which profile it follows, the label of an ordinary event (`fhir.md` section 5)."""
        made: Json = {"source": f"{self.namespace}/app#{kit.__version__}"}
        if self.sends_profiles:
            made["profile"] = [f"{UK_CORE}{resource_type}"]
        if is_labelled:
            made["security"] = [NORMAL]
        return made
