"""The command line: a second door beside the window, through the same service functions.

kit              open the application
kit demo         one whole home visit without a window, on invented people
kit library      build the library, check its texts, search it, or show the text of a sheet
kit caseload     bring families in from a spreadsheet
kit receiver     a practice server for uploads, on this computer only
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import kit
from kit.domain.errors import KitError

if TYPE_CHECKING:
    from collections.abc import Sequence

FAILED = 1
"""Exit code when the kit said what went wrong."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. A KitError is said in its own plain sentence, never as a traceback."""
    _speak_utf8()
    chosen = _parser().parse_args(arguments)
    try:
        return int(chosen.run(chosen))
    except KitError as error:
        print(error, file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130


def _speak_utf8() -> None:
    """Names have letters that an old Windows console would refuse."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kit", description="The Home Visit Kit.")
    parser.add_argument("--version", action="version", version=f"Home Visit Kit {kit.__version__}")
    parser.add_argument(
        "--selfcheck", action="store_const", dest="run", const=_selfcheck, help="check that all parts work"
    )
    parser.add_argument("--read-aloud", action="store_const", dest="run", const=_read_aloud, help=argparse.SUPPRESS)
    parser.set_defaults(run=_application, practice=False)
    commands = parser.add_subparsers(title="commands")

    application = commands.add_parser("app", help="open the application")
    application.add_argument(
        "--practice", action="store_true", help="open it on invented families, kept apart from yours"
    )
    application.set_defaults(run=_application)

    demo = commands.add_parser("demo", help="one whole home visit without a window, on invented people")
    demo.add_argument("--keep", type=Path, metavar="DIR", help="keep the files it makes in this folder")
    demo.add_argument("--json", action="store_true", help="print one JSON object")
    demo.add_argument(
        "--server", metavar="URL", help="upload to this FHIR R4 base address, not to the practice receiver"
    )
    demo.set_defaults(run=_demo)

    library = commands.add_parser(
        "library", help="build the library, check its texts, search it, or show a text"
    ).add_subparsers(required=True)
    build = library.add_parser("build", help="compile resources/ into one file")
    build.add_argument("--resources", type=Path, metavar="DIR", help="the folder to compile")
    build.add_argument("--to", type=Path, metavar="FILE", help="the file to write")
    build.set_defaults(run=_library_build)
    check = library.add_parser("check", help="check that the texts are easy to read")
    check.add_argument("--resources", type=Path, metavar="DIR", help="the folder to check")
    check.add_argument("--rules", action="store_true", help="say what is checked, with an example of each rule")
    check.set_defaults(run=_library_check)
    search = library.add_parser("search", help="find advice by its words")
    search.add_argument("words", nargs="+")
    search.set_defaults(run=_library_search)
    show = library.add_parser("show", help="print the text of a sheet")
    show.add_argument("code", help="the code at the foot of the sheet, such as SS-BACK-E1-7AB4")
    show.set_defaults(run=_library_show)

    caseload = commands.add_parser("caseload", help="bring families in from a spreadsheet").add_subparsers(
        required=True
    )
    importing = caseload.add_parser("import", help="add the families of a CSV file; see docs/caseload-import.md")
    importing.add_argument("file", type=Path, metavar="FILE.csv")
    importing.add_argument("--dry-run", action="store_true", help="say what is wrong and what would be added, and stop")
    importing.set_defaults(run=_caseload_import)

    receiver = commands.add_parser("receiver", help="a practice server for uploads, on this computer only")
    receiver.add_argument("--port", type=int, default=8480)
    receiver.set_defaults(run=_receiver)
    return parser


def _application(chosen: argparse.Namespace) -> int:
    from kit import start  # noqa: PLC0415 - a command pays only for what it uses

    return start.main(practice=chosen.practice)


def _selfcheck(_chosen: argparse.Namespace) -> int:
    from kit.cli.selfcheck import selfcheck  # noqa: PLC0415 - as above

    return selfcheck()


def _read_aloud(_chosen: argparse.Namespace) -> int:
    """The process with the voice, which the window starts for itself."""
    from kit.app.speech.speaker import main as speak  # noqa: PLC0415 - as above

    return speak()


def _demo(chosen: argparse.Namespace) -> int:
    from kit.cli.demo import demo  # noqa: PLC0415 - as above

    return demo(keep=chosen.keep, as_json=chosen.json, server=chosen.server)


def _library_build(chosen: argparse.Namespace) -> int:
    from kit import places  # noqa: PLC0415 - as above
    from kit.library.build import build_library  # noqa: PLC0415 - as above

    target = chosen.to or places.library_file()
    report = build_library(chosen.resources or places.resources(), target)
    print(f"{report.resources} resources, {report.variants} variants, {report.pictures} pictures: {target}")
    return 0


def _library_check(chosen: argparse.Namespace) -> int:
    from kit.cli import check  # noqa: PLC0415 - as above

    return check.say_rules() if chosen.rules else check.check_texts(chosen.resources)


def _library_search(chosen: argparse.Namespace) -> int:
    from kit import start  # noqa: PLC0415 - as above

    found = start.open_library().search(" ".join(chosen.words))
    for resource, excerpt in found:
        print(f"{resource.id}  {resource.title} ({resource.topic})\n    {excerpt}")
    if not found:
        print("Nothing found. Try fewer or other words.")
    return 0


def _library_show(chosen: argparse.Namespace) -> int:
    from kit.cli.show import show_text  # noqa: PLC0415 - as above

    return show_text(chosen.code)


def _caseload_import(chosen: argparse.Namespace) -> int:
    from kit.cli.caseload import import_file  # noqa: PLC0415 - as above

    return import_file(chosen.file, is_dry=chosen.dry_run)


def _receiver(chosen: argparse.Namespace) -> int:
    from kit.upload.receiver import PracticeReceiver  # noqa: PLC0415 - as above

    with PracticeReceiver(port=chosen.port) as receiver:
        print(f"The practice receiver listens at {receiver.base_url} on this computer only. It keeps nothing.")
        print("Ctrl C ends it.")
        receiver.wait()
    return 0
