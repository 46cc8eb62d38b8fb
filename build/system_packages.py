"""What the kit needs from Linux itself: libraries for Qt and a few programs, found and, where allowed, installed."""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterable
from pathlib import Path

# Qt opens these itself: its wheels leave them to the system, and a fresh server or container has few of them.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libcups.so.2": "libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libpulse.so.0": "libpulse0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
PROGRAMS = {
    "pdftoppm": "poppler-utils",
    "objdump": "binutils",
    "cupsd": "cups-daemon",
    "lpadmin": "cups-client",
    "qpdf": "qpdf",
    "zbarimg": "zbar-tools",
}
FOR_ADMINISTRATORS = "/usr/sbin:/sbin"
"""Not on the path of everybody; what lies there can be run all the same."""
JAXB = Path("/usr/share/java/jaxb-runtime.jar")
"""Part of Java until version 11, and wanted by veraPDF still."""


def ensure(programs: Iterable[str] = (), *, needs_qt: bool = True, with_java: bool = False) -> None:
    """Install what is missing, or stop with the one line that does. Other systems than Linux need nothing."""
    if sys.platform != "linux":
        return
    libraries = LIBRARIES if needs_qt else {}
    missing = [*missing_for_python(), *missing_libraries(libraries), *missing_programs(programs)]
    missing += missing_for_java() if with_java else []
    if not missing:
        return
    if not shutil.which("apt-get"):
        print(f"These seem to be missing (names as in Debian): {' '.join(missing)}")
    elif (prefix := root_prefix()) is not None:
        install(missing, prefix)
    else:
        command = "sudo apt-get install " + " ".join(debian_names(missing, is_known_to_apt))
        sys.exit(f"Some parts of the system are missing. Run this once, then try again:\n  {command}")


def missing_libraries(libraries: dict[str, str]) -> list[str]:
    """Packages whose library the loader cannot open."""
    return [package for library, package in libraries.items() if not is_loadable(library)]


def missing_programs(programs: Iterable[str]) -> list[str]:
    """Packages whose program is nowhere on the path."""
    path = os.pathsep.join([os.environ.get("PATH", os.defpath), FOR_ADMINISTRATORS])
    return [PROGRAMS[program] for program in programs if not shutil.which(program, path=path)]


def missing_for_python() -> list[str]:
    """Parts of Python itself that Debian leaves out of its python3."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    missing = [] if importlib.util.find_spec("ensurepip") else [f"python{version}-venv"]
    if sys.base_prefix == "/usr" and not is_loadable(str(sysconfig.get_config_var("INSTSONAME"))):
        missing.append(f"libpython{version}")
    return missing


def missing_for_java() -> list[str]:
    """What Java lacks to run veraPDF. Where there is no Java nothing is missing: that check is left out there."""
    return ["libjaxb-java"] if shutil.which("javac") and not JAXB.exists() else []


def is_loadable(library: str) -> bool:
    """Whether the loader finds this library and everything it needs in turn."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def root_prefix() -> list[str] | None:
    """What to put before a command to run it as root, or None where that needs a password."""
    if os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if shutil.which("sudo") and succeeds("sudo", "-n", "true") else None


def install(packages: Iterable[str], prefix: list[str]) -> None:
    """Install Debian packages without a question, and stop when that fails."""
    apt_get = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    print("Installing parts of the system:", *packages, flush=True)
    subprocess.run([*apt_get, "update"], stdout=subprocess.DEVNULL, check=False)
    names = debian_names(packages, is_known_to_apt)
    command = [*apt_get, "install", "--yes", "--no-install-recommends", *names]
    if subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode:
        sys.exit(f"That did not work. Install these yourself, then try again:\n  apt-get install {' '.join(names)}")


def debian_names(packages: Iterable[str], is_known: Callable[[str], bool]) -> list[str]:
    """The names this release uses: since 2024 some end in t64 (they keep times beyond the year 2038)."""
    return [f"{package}t64" if is_known(f"{package}t64") else package for package in packages]


def is_known_to_apt(package: str) -> bool:
    """Whether this release has a package of that name."""
    return succeeds("apt-cache", "show", package)


def succeeds(*command: str) -> bool:
    """Whether a command ends well. What it says is of no interest."""
    return subprocess.run(command, capture_output=True, check=False).returncode == 0
