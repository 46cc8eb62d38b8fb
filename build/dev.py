"""Every chore of the project, the same on Linux, Windows and macOS: `python3 build/dev.py <command> [arguments]`."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python may well be the one that reads this
    sys.exit("The Home Visit Kit needs Python 3.11 or newer. This is Python " + sys.version.split()[0] + ".")

import inspect
import os
import time
from collections.abc import Callable, Mapping

import environment
import lockfile
import system_packages
from environment import ROOT, python

OWN_OPTIONS = ("--no-bundle", "--slow")
WORK = ROOT / ".work"
DIST = ROOT / "dist"
FROZEN = DIST / "home-visit-kit" / ("home-visit-kit.exe" if os.name == "nt" else "home-visit-kit")


def run(*arguments: str) -> None:
    """Open the application on invented families; without a screen, run the demonstration visit."""
    prepare()
    start = ("app", "--practice") if has_screen(sys.platform, os.environ) else ("demo",)
    python("-m", "kit", *start, *arguments)


def test(*arguments: str) -> None:
    """Lint, test, freeze, start the result. --no-bundle: no freezing. --slow: 300 for 20. The rest goes to pytest."""
    prepare("pdftoppm", "objdump", "cupsd", "lpadmin", "qpdf", "zbarimg", with_java=True)
    lint()
    slowly = {"KIT_SLOW": "1"} if "--slow" in arguments else {}
    given = (each for each in arguments if each not in OWN_OPTIONS)
    python("-m", "pytest", "--cov", "--numprocesses=auto", "--dist=worksteal", *given, **offscreen(), **slowly)
    if "--no-bundle" not in arguments:
        bundle()


def lint(*arguments: str) -> None:
    """Check style, types and floors. --fix puts right what can be put right."""
    prepare(needs_qt=False)
    if "--fix" in arguments:
        python("-m", "ruff", "check", "--fix", "--quiet", "--exit-zero")
        python("-m", "ruff", "format")
    python("-m", "ruff", "check")
    python("-m", "ruff", "format", "--check")
    python("-m", "mypy")
    environment.run(environment.SCRIPTS / "lint-imports")


def bench(*arguments: str) -> None:
    """Measure how long things take."""
    prepare()
    python("-m", "bench", *arguments, PYTHONPATH=str(ROOT / "build"), **offscreen())


def bundle() -> None:
    """Freeze the application into dist/, start it there and let it check itself."""
    prepare("objdump")
    WORK.mkdir(exist_ok=True)
    python("-m", "kit", "library", "build", "--to", str(WORK / "library.sqlite"))
    folders = ("--workpath", str(WORK / "pyinstaller"), "--distpath", str(DIST))
    python("-m", "PyInstaller", "kit.spec", "--noconfirm", "--log-level", "WARN", *folders)
    started_at = time.perf_counter()
    environment.run(FROZEN, "--selfcheck", **offscreen())
    size = sum(path.stat().st_size for path in FROZEN.parent.rglob("*") if path.is_file() and not path.is_symlink())
    print(f"{FROZEN.parent}: {size / 1e6:.0f} MB, checked itself in {time.perf_counter() - started_at:.1f} s")


def pictures(*arguments: str) -> None:
    """Take the screenshots of the README and the guide."""
    prepare()
    python("build/screenshots.py", *arguments, **offscreen())


def lock(*options: str) -> None:
    """Write requirements.lock anew from pyproject.toml; --upgrade takes the newest versions."""
    prepare(needs_qt=False)
    lockfile.write(*options)
    lockfile.refuse_addresses()
    lockfile.check()


COMMANDS: dict[str, Callable[..., None]] = {
    "run": run,
    "test": test,
    "lint": lint,
    "bench": bench,
    "bundle": bundle,
    "pictures": pictures,
    "lock": lock,
}


def prepare(*programs: str, needs_qt: bool = True, with_java: bool = False) -> None:
    """Make sure of the system's parts and of `.venv`."""
    system_packages.ensure(programs, needs_qt=needs_qt, with_java=with_java)
    environment.ensure()


def has_screen(platform: str, variables: Mapping[str, str]) -> bool:
    """Whether a window can open here."""
    return platform != "linux" or bool(variables.get("DISPLAY") or variables.get("WAYLAND_DISPLAY"))


def offscreen() -> dict[str, str]:
    """Let Qt draw into memory, unless the caller chose to watch."""
    return {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}


def usage() -> str:
    """What this can do, one line a command."""
    lines = [f"  {name:<9} {inspect.getdoc(command)}" for name, command in COMMANDS.items()]
    return "\n".join([str(__doc__), "", *lines])


def main(arguments: list[str]) -> None:
    """Run one command, or say which there are."""
    name, *rest = arguments or ["--help"]
    if name in {"-h", "--help"}:
        print(usage())
        return
    if name not in COMMANDS:
        sys.exit(usage())
    try:
        COMMANDS[name](*rest)
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main(sys.argv[1:])
