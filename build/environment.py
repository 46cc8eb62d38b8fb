"""The `.venv` of the project: made once, filled from `requirements.lock`, left alone until one of the two changes."""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "kit-stamp"
LOCK = ROOT / "requirements.lock"
PROJECT = ROOT / "pyproject.toml"


def ensure() -> None:
    """Make sure that `.venv` holds exactly what the lock names, and the project itself in editable form."""
    wanted = fingerprint(LOCK, PROJECT)
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text() == wanted:
        return
    if not PYTHON.exists() or made_with(VENV / "pyvenv.cfg") != running_version():
        print("Making .venv", flush=True)
        venv.EnvBuilder(clear=True, symlinks=os.name != "nt", with_pip=True).create(VENV)
    print("Installing the packages of requirements.lock (once; about a minute)", flush=True)
    pip("--no-deps", "--require-hashes", "--only-binary=:all:", "--requirement", str(LOCK))
    pip("--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    STAMP.write_text(wanted)


def fingerprint(lock: Path, project: Path) -> str:
    """A digest of all that decides what is in `.venv`. The place counts too: the editable install points at it."""
    parts = (lock.read_bytes(), project.read_bytes(), running_version().encode(), str(project).encode())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def running_version() -> str:
    """The Python that runs this, as "3.11"."""
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def made_with(config: Path) -> str:
    """The Python that an environment was made with, as "3.11"; empty when it does not say."""
    lines = config.read_text(encoding="utf-8").splitlines() if config.exists() else []
    versions = [line.partition("=")[2].strip() for line in lines if line.startswith("version")]
    return ".".join(versions[0].split(".")[:2]) if versions else ""


def pip(*arguments: str) -> None:
    """Install into `.venv`, and stop with a plain sentence when that fails."""
    command = [str(PYTHON), "-m", "pip", "install", "-qq", "--disable-pip-version-check", *arguments]
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        sys.exit("The packages could not be installed. Is there a network? Then run the same command again.")


def python(*arguments: str, **variables: str) -> None:
    """Run the Python of `.venv` in the project, with extra environment variables; stop with its code when it fails."""
    run(PYTHON, *arguments, **variables)


def run(program: Path, *arguments: str, **variables: str) -> None:
    """Run a program in the project, with extra environment variables; stop with its code when it fails."""
    environment = {**os.environ, **variables}
    code = subprocess.run([str(program), *arguments], cwd=ROOT, env=environment, check=False).returncode
    if code:
        sys.exit(code)
