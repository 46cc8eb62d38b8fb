"""Writes a small, good resources folder, and rewrites parts of its files."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

COVER = """\
title = "Safer sleep: the main steps"
summary = "The main steps on one sheet."
topic = "safer-sleep"
audience = "carer"
code = "SS-CORE"
contacts = ["antenatal", "new-birth"]
ages_weeks = [0, 52]
sensitive = false
version = 3
written_on = 2026-11-24
review_by = 2027-05-24

[sign_off]
state = "awaiting"
note = "Awaiting sign-off by a named local clinician."

[[sources]]
fact = "Babies sleep on the back."
source = "A page, 2025"
where = "example.org"
sure = "seen"
"""

STANDARD = """\
# Safer sleep

Put your baby on the **back**
for every sleep.

## The steps

- Use a clear, flat cot.
- Ring {number:sleep-line} and **ask**.

1. First
2. Second

> Ring {number:emergency} if your baby stops breathing.

### More

Tell grandma Łucja: no pillows.
"""

EASY_READ = """\
# Safer sleep

![](baby-on-back)
**Put your baby on the back.**
Do this for every sleep.
Ring {number:sleep-line} to ask.

![](clear-cot)
**Keep the cot clear.**
"""

ASK = """\
# Ask

## Where will your baby sleep tonight?

Listen for: a clear cot. Ring {number:sleep-line} together.
"""

BRIEFING = "# Asking\n\nStrangulation is a warning. Look at the cot.\n\n## What to do now\n\nAsk.\n"

PRIVATE = (
    COVER.replace("Safer sleep: the main steps", "Asking alone")
    .replace("safer-sleep", "domestic-abuse")
    .replace("SS-CORE", "WB-01")
    .replace('"carer"', '"worker"')
    .replace("sensitive = false", "sensitive = true")
)

TOPICS = """\
[[topic]]
key = "domestic-abuse"
name = "Private"
order = 2
grid = false

[[topic]]
key = "safer-sleep"
name = "Safer sleep"
order = 1
grid = true
"""

NUMBERS = """\
owner = "The project"
checked_on = 2026-11-24
checked = "Read, not rung."

[[number]]
key = "emergency"
label = "Emergency"
number = "999"
hours = "Any time"
who_for = "Danger to life."
source = "facts"
sure = "seen"
on_card = true

[[number]]
key = "sleep-line"
label = "Baby sleep questions"
number = "0808 802 6869"
sure = "seen"
on_card = false
"""

DUE = """\
[[rule]]
topic = "safer-sleep"
from_weeks = -12
by_weeks = 2
until_weeks = 52
again = ["new-place", "not-yet"]
who = "every-carer"
counts_from = "birth"
offer = ["every-sleep"]
why = "Every carer puts the baby to sleep."
source = "facts"

[meet]
by_weeks = 6
until_weeks = 52
steps = ["telephone", "leaflet"]
why = "Nobody is out of sight."
source = "facts"
"""

WORDS = """\
small = ["my", "the"]

[[group]]
words = ["cot", "crib", "Moses basket"]

[[group]]
words = ["grandma", "nan"]

[[group]]
sensitive = true
words = ["coercion", "strangulation"]
"""

PICTURE = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300" role="img">
  <title>A baby in a cot</title>
  <desc>A baby lies on the back in a clear cot.</desc>
  <g stroke-linecap="round" stroke-linejoin="round">
    <path d="M10,20 L30.5,40 C1,2 3,4 5.5,-6 Z" fill="#8ccdbf" stroke="#24212B" stroke-width="3.6"/>
    <path d="M0,0 L26,0" fill="none" stroke="#24212B" stroke-width="2.2" stroke-dasharray="7 6"/>
  </g>
</svg>
"""

FILES = {
    "topics.toml": TOPICS,
    "numbers.toml": NUMBERS,
    "due.toml": DUE,
    "words.toml": WORDS,
    "pictures/baby-on-back.svg": PICTURE,
    "pictures/clear-cot.svg": PICTURE,
    "pictures/README.md": "Not a picture.\n",
    "icons/bed.svg": "<svg/>\n",
    "safer-sleep/every-sleep/resource.toml": COVER,
    "safer-sleep/every-sleep/standard.md": STANDARD,
    "safer-sleep/every-sleep/easy-read.md": EASY_READ,
    "safer-sleep/every-sleep/easy-read.fathers.md": EASY_READ.replace("# Safer sleep", "# Safer sleep: for dads"),
    "safer-sleep/every-sleep/standard.pl.md": "# Bezpieczny sen\n\nPołóż dziecko w łóżeczku.\n",
    "safer-sleep/every-sleep/ask.md": ASK,
    "domestic-abuse/asking/resource.toml": PRIVATE,
    "domestic-abuse/asking/standard.md": BRIEFING,
}


def write_resources(folder: Path, **changes: str | None) -> Path:
    """A good resources folder; `changes` by path replace a file, add one, or take it away with None."""
    for path, text in (FILES | changes).items():
        if text is not None:
            write(folder / path, text)
    return folder


def write(path: Path, text: str | bytes) -> None:
    """One file, byte for byte as given."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
