"""What parents read from: white paper, cream paper, a dark ground. The same in every theme of the worker."""

from __future__ import annotations

from dataclasses import replace

from kit.app.look.tokens import DARK, LIGHT
from kit.domain.letters import Ground

GROUNDS = {
    Ground.WHITE: LIGHT,
    Ground.CREAM: replace(LIGHT, page="#FBF3DC", accent_tint="#DDE8EE"),
    Ground.DARK: replace(DARK, page="#101316", page_ink="#FFFFFF"),
}
"""The colours on each ground."""

PICTURE_GROUND = LIGHT.page
"""Behind a picture where the ground is dark: pictures are drawn for white."""
