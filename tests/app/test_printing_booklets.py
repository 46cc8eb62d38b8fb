"""A booklet lies on its side, and its sheets turn over the short edge."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter

from kit.app.printing import HowToPrint, lp
from kit.app.printing.windows import draw_pages
from kit.leaflet.press import Press
from tests.leaflet import orders


@pytest.fixture(scope="module")
def pack():
    press = Press(orders.DESIGNS, orders.FONTS)
    return press.make_pack([orders.order(layout="a5-folded"), orders.order()], lambda _done, _total: None)


def test_on_windows_each_page_has_the_shape_it_was_laid_out_in(qapp, tmp_path, pack):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "drawn.pdf"))
    draw_pages(pack, printer)
    shapes = [[round(float(side)) for side in page.mediabox[2:]] for page in PdfReader(tmp_path / "drawn.pdf").pages]
    assert shapes == [[842, 595]] * 2 + [[595, 842]] * 2


@pytest.mark.parametrize(("turns_short", "edge"), [(True, "short"), (False, "long")])
def test_on_other_systems_the_edge_is_asked_for(monkeypatch, pack, turns_short, edge):
    asked = []

    def ask(command, *arguments, given=None):
        asked.append((command, *arguments))
        return SimpleNamespace(returncode=0, stdout="printer P is idle", stderr="")

    monkeypatch.setattr(lp, "_asked", ask)
    lp.LpPrinting().send(replace(pack, turns_short=turns_short), "P", HowToPrint())
    sent = next(arguments for arguments in asked if arguments[0] == "lp")
    assert f"sides=two-sided-{edge}-edge" in sent
