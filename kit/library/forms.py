"""The forms of an English word: the plain forms it may come from, and how many syllables it has."""

from __future__ import annotations

import re
from functools import lru_cache

# Each ending, longest first, and what may have stood in its place.
_ENDINGS = (
    ("iest", ("y",)),
    ("ying", ("ie", "y", "ye")),
    ("ily", ("y",)),
    ("ies", ("y", "ie")),
    ("ied", ("y", "ie")),
    ("ier", ("y",)),
    ("ing", ("", "e")),
    ("est", ("", "e")),
    ("'s", ("",)),
    ("s'", ("s", "")),
    ("es", ("", "e")),
    ("ed", ("", "e")),
    ("er", ("", "e")),
    ("ly", ("", "le")),
    ("s", ("",)),
    ("y", ("", "e")),
)
_VOWELS = re.compile(r"[aeiouy]+")


@lru_cache(maxsize=8192)
def plain_forms(word: str) -> frozenset[str]:
    """The word in small letters and every plain form it could come from: "carried" → "carry"; some are no words."""
    whole = word.lower().replace("\u2019", "'")
    ending, befores = next((one for one in _ENDINGS if whole.endswith(one[0])), ("", ()))
    stem = whole.removesuffix(ending)
    if not ending or whole.endswith("ss") or not _VOWELS.search(stem + "".join(befores)):
        return frozenset({whole})
    found = {stem + before for before in befores}
    if stem[-1:] == stem[-2:-1]:
        found.add(stem[:-1])
    # "walkers" come from "walker", and that from "walk".
    return frozenset({whole}).union(*(plain_forms(form) for form in found if form != whole))


def syllables(word: str) -> int:
    """About how many syllables a word has: groups of vowels, without an e that is not heard. Digits count as one."""
    letters = word.lower()
    groups = len(_VOWELS.findall(letters))
    has_silent_e = re.search(r"[^aeiouyl]e(?:s|d)?$|[aeiouy]le$", letters) and not re.search(r"[td]ed$", letters)
    return max(1, groups - bool(has_silent_e and groups > 1))
