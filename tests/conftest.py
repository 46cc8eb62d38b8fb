"""Property tests try the same cases every time, on slow machines too: a run that fails today fails tomorrow.

To look further: `HYPOTHESIS_PROFILE=wide python3 build/dev.py test --no-bundle -k any_order`.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("wide", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))
