"""`python -m kit`, and the door the frozen application opens."""

from __future__ import annotations

import sys

from kit.cli import main

if __name__ == "__main__":
    sys.exit(main())
