"""Speakers of a test: small programs that answer as a good voice, or a bad one, would."""

import sys

_HEAD = """
import json, sys
def say(**words):
    print(json.dumps(words), flush=True)
for line in sys.stdin:
    heard = json.loads(line)
"""
_OPENS = """
    if heard["word"] == "open":
        say(word="ready", language=heard["language"])
"""
_SAYS = """
    if heard["word"] == "say":
        say(word="said", number=heard["number"])
"""


def program(body):
    return (sys.executable, "-c", _HEAD + body)


GOOD = program(_OPENS + _SAYS)
WEDGED = (sys.executable, "-c", "import time; time.sleep(600)")
"""A speech service that hangs: nothing is ever answered."""
NO_SOUND = program(_OPENS)
"""A voice that speaks for ever, as without any sound device."""
NO_ENGINE = program("""
    say(word="no-engine")
""")
ENGLISH_ONLY = program(
    """
    if heard["word"] == "open" and heard["language"] != "en":
        say(word="no-voice", language=heard["language"])
        continue
"""
    + _OPENS
    + _SAYS
)
DIES = program("""
    sys.exit(3)
""")
BABBLES = program(
    """
    print("not ours", flush=True); print("[1]", flush=True); say(word="said", number=99)
"""
    + _OPENS
    + _SAYS
)
