"""A printing system of the test's own: a real CUPS in a folder that is thrown away, with a printer that keeps paper.

Nothing of the computer's own printing is asked or changed. The printer is a CUPS backend of a few lines: what reaches
it is what would reach paper, and what it is told about the job is all that any printer is told.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PATIENCE_S = 20
DAEMONS = Path("/usr/lib/cups/daemon")
PROGRAMS = ("cupsd", "lpadmin", "cupsaccept", "cupsreject", "cupsdisable", "cupsenable")
_FILES = """\
ServerRoot {here}
ServerBin {here}/bin
RequestRoot {here}/spool
CacheDir {here}/cache
StateDir {here}/state
TempDir {here}/temporary
AccessLog stderr
PageLog {here}/pages
ErrorLog stderr
"""
_RULES = """\
LogLevel debug
Listen {here}/socket
Browsing No
WebInterface No
PreserveJobFiles Yes
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""
_BACKEND = """\
#!/bin/sh
[ $# -lt 5 ] && exit 0
printf '%s\\n' "$@" > "${DEVICE_URI#paper:}/told-$1"
cat "${6:--}" > "${DEVICE_URI#paper:}/coming-$1" && mv "${DEVICE_URI#paper:}/coming-$1" "${DEVICE_URI#paper:}/sheet-$1"
"""


def program(name: str) -> str | None:
    """Where a program of CUPS is; its administrators' ones are seldom on the path of others."""
    return shutil.which(name) or shutil.which(name, path="/usr/sbin:/sbin")


def why_not() -> str:
    """Why a CUPS cannot be started here, or nothing."""
    missing = [name for name in (*PROGRAMS, "lp", "lpstat") if not program(name)]
    if missing:
        return f"CUPS is not installed (no {missing[0]})"
    return "" if DAEMONS.is_dir() else "CUPS lies elsewhere than on Debian"


@dataclass
class Cups:
    """A running printing system."""

    here: Path

    def ask(self, name: str, *arguments: str) -> None:
        """One deed of its administrator."""
        around = dict(os.environ) | {"CUPS_SERVER": self.address, "LC_ALL": "C"}
        command = [program(name) or name, *arguments]
        subprocess.run(command, env=around, check=True, capture_output=True, timeout=PATIENCE_S)  # noqa: S603 - ours

    @property
    def address(self) -> str:
        return str(self.here / "socket")

    def add_printer(self, name: str) -> None:
        self.ask("lpadmin", "-p", name, "-E", "-v", f"paper:{self.here / 'paper'}", "-m", "raw")

    def printed(self) -> tuple[bytes, list[str]]:
        """The first sheet that came out, and what the printer was told: id, user, title, copies, options."""
        paper = self.here / "paper"
        for _ in range(PATIENCE_S * 20):
            if sheets := list(paper.glob("sheet-*")):
                told = sheets[0].with_name(sheets[0].name.replace("sheet", "told"))
                return sheets[0].read_bytes(), told.read_text(encoding="utf-8").splitlines()
            threading.Event().wait(0.05)
        message = "nothing came out of the printer"
        raise AssertionError(message)

    @property
    def sheets(self) -> list[Path]:
        return sorted((self.here / "paper").glob("sheet-*"))


@contextmanager
def cups(here: Path):
    """A CUPS that runs until the end of the block. The folder's name must be short: a socket's has some 100 letters."""
    for name in ("spool", "cache", "state", "temporary", "paper", "bin/backend"):
        (here / name).mkdir(parents=True)
    (here / "bin" / "daemon").symlink_to(DAEMONS)
    backend = here / "bin" / "backend" / "paper"
    backend.write_text(_BACKEND, encoding="utf-8")
    backend.chmod(0o700)
    for name, text in (("cups-files.conf", _FILES), ("cupsd.conf", _RULES)):
        (here / name).write_text(text.format(here=here), encoding="utf-8")
    command = [program("cupsd") or "cupsd", "-f", "-c", here / "cupsd.conf", "-s", here / "cups-files.conf"]
    with (here / "said").open("wb") as said:
        process = subprocess.Popen(command, stdout=said, stderr=said)  # noqa: S603 - our own arguments
        try:
            _wait_for(here / "socket", process)
            yield Cups(here)
        finally:
            process.terminate()
            process.wait(PATIENCE_S)


def _wait_for(socket: Path, process: subprocess.Popen[bytes]) -> None:
    for _ in range(PATIENCE_S * 20):
        if socket.exists():
            return
        if process.poll() is not None:
            break
        threading.Event().wait(0.05)
    said = (socket.parent / "said").read_text(errors="replace")
    message = f"CUPS did not start:\n{said}"
    raise RuntimeError(message)
