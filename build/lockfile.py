"""`requirements.lock`: one list of exact versions and hashes for every system, and no address of any index."""

import itertools
import sys

from environment import LOCK, python

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
SYSTEMS = ("x86_64-manylinux_2_34", "aarch64-manylinux_2_39", "x86_64-pc-windows-msvc", "aarch64-apple-darwin")


def write(*options: str) -> None:
    """Write the lock from `pyproject.toml`, keeping the versions it has unless `--upgrade` is given."""
    python(
        *("-m", "uv", "pip", "compile", "--quiet", "pyproject.toml", "--group", "dev", "--output-file", LOCK.name),
        *("--universal", "--python-version", PYTHONS[0], "--generate-hashes", "--no-emit-index-url", "--no-annotate"),
        *("--no-build", "--custom-compile-command", "python build/dev.py lock", *options),
    )


def check() -> None:
    """Stop unless every system has a ready-made wheel of everything for every Python: nobody should need a compiler."""
    for system, version in itertools.product(SYSTEMS, PYTHONS):
        print(f"{system}, Python {version}", flush=True)
        python(
            *("-m", "uv", "pip", "install", "--quiet", "--dry-run", "--target", ".work/nowhere", "-r", LOCK.name),
            *("--no-deps", "--no-build", "--require-hashes", "--python-platform", system, "--python-version", version),
            MACOSX_DEPLOYMENT_TARGET="14.0",
        )


def refuse_addresses() -> None:
    """Stop when the lock names a place that only its writer can reach."""
    if "://" in LOCK.read_text(encoding="utf-8"):
        sys.exit("requirements.lock holds an address. Remove the index settings of this machine and try again.")
