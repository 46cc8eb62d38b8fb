"""Bad input through every door: one plain sentence, and nothing lost. Real records, real HTTP."""

import http.server
import threading
from dataclasses import replace
from datetime import timedelta

import pytest

from kit import places
from kit.domain.errors import DamagedStoreError, KitError, RuleError, WrongPassphraseError
from kit.domain.family import PlaceKind
from kit.library.build import build_library
from kit.library.shelf import Shelf
from kit.service import families, practice
from kit.service.uploads import outbox_view, send_all
from kit.start import SystemClock, make_courier
from kit.store.door import create_records, open_records
from kit.store.key import KeyCost

PASSPHRASE = "seven quiet harbour lamps"
CLOCK = SystemClock()


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    target = tmp_path_factory.mktemp("library") / "library.sqlite"
    build_library(places.resources(), target)
    return Shelf(target)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "records.kit"


@pytest.fixture
def records(path):
    made = create_records(path, PASSPHRASE, KeyCost(memory_kib=64, passes=1, lanes=1))
    yield made
    made.close()


@pytest.fixture
def visited(records, library):
    """Records with one visit in them that waits to be sent."""
    with records:
        records.keep_settings(practice.SETTINGS)
        records.commit()
    people = practice.add_ellison(records, CLOCK)
    practice.hold_demonstration_visit(records, library, CLOCK, people)
    return people


def everything(records):
    """All there is, to be compared before and after."""
    with records:
        return records.families(), records.advice(), records.visits(), records.outbox(), records.drafts()


def is_plain(error):
    """A sentence or a few for a worker: not long, no traceback, no words of a machine."""
    said = str(error)
    machine = ("Traceback", "Error:", "Exception", "sqlite", "None", "0x", "{", "<html")
    return said[0].isupper() and said.endswith(".") and len(said) < 250 and not any(word in said for word in machine)


TEN_THOUSAND = "x" * 10_000


def tomorrow():
    return CLOCK.today() + timedelta(days=1)


DEEDS = {
    "a family without a name": lambda records, who: families.add_family(records, CLOCK, "  "),
    "a family with 10,000 letters": lambda records, who: families.add_family(records, CLOCK, TEN_THOUSAND),
    "a child without a name": lambda records, who: families.add_child(
        records, CLOCK, who.family, "", born_on=CLOCK.today()
    ),
    "a child born tomorrow": lambda records, who: families.add_child(
        records, CLOCK, who.family, "Noah", born_on=tomorrow()
    ),
    "a child with no date": lambda records, who: families.add_child(records, CLOCK, who.family, "Noah"),
    "a carer of nobody": lambda records, who: families.add_carer(records, CLOCK, who.family, "Liam", "Cole", []),
    "a move tomorrow": lambda records, who: families.move_children(
        records, CLOCK, who.family, [who.noah], "2 Mill Lane", PlaceKind.HOME, tomorrow()
    ),
    "an address of 10,000 letters": lambda records, who: families.move_children(
        records, CLOCK, who.family, [who.noah], TEN_THOUSAND, PlaceKind.HOME, CLOCK.today()
    ),
}


@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS.keys())
def test_what_cannot_be_is_refused_beside_its_field(records, visited, deed):
    before = everything(records)
    with pytest.raises(RuleError) as caught:
        deed(records, visited)
    assert is_plain(caught.value)
    assert caught.value.field
    assert everything(records) == before


def test_a_truncated_records_file_is_said_and_left_as_it_is(records, visited, path):
    records.close()
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    before = path.read_bytes()
    with pytest.raises(DamagedStoreError) as caught:
        open_records(path, PASSPHRASE)
    assert is_plain(caught.value)
    assert path.read_bytes() == before


def test_a_wrong_passphrase_is_another_sentence_and_the_right_one_still_opens(records, visited, path):
    records.close()
    with pytest.raises(WrongPassphraseError) as caught:
        open_records(path, "seven quiet harbour lambs")
    assert is_plain(caught.value)
    open_records(path, PASSPHRASE).close()


@pytest.fixture
def captive_portal():
    """A hotel's front page, in place of every answer."""

    class Portal(http.server.BaseHTTPRequestHandler):
        def answer(self):
            body = b"<html><body>Welcome! Please accept our terms.</body></html>"
            self.rfile.read(int(self.headers.get("Content-Length", "0")))
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = answer  # noqa: N815 - names http.server asks for

        def log_message(self, *_):
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Portal)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/fhir"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_server_that_answers_with_a_web_page_changes_nothing(records, visited, captive_portal):
    with records:
        records.keep_settings(replace(records.settings(), server_url=captive_portal))
        records.commit()
    courier = make_courier(practice.SETTINGS)
    before = outbox_view(records)
    done = send_all(records, courier, CLOCK)
    assert (done.accepted, done.refused, done.left) == (0, 0, before.waiting)
    assert is_plain(KitError(done.stopped))
    assert outbox_view(records) == before
