"""Paper of the tests' own: real PDFs made at once, and a printing system that does what it is told."""

from __future__ import annotations

from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from kit.app.printing import JobState, Printer, Progress
from kit.domain.leaflet import Leaflet
from tests import fakes

OFFICE = Printer("Front_office", "Front office", is_default=True)
CLINIC = Printer("Clinic", "Clinic", is_ready=False)


def leaflet(*pages, title="Safer sleep for Noah Ellison", name="safer-sleep-noah.pdf"):
    """A PDF with these words on its pages."""
    paper = BytesIO()
    canvas = Canvas(paper, pagesize=(595, 842))
    for words in pages or ("Page 1", "Page 2"):
        canvas.drawString(100, 700, words)
        canvas.showPage()
    canvas.save()
    return Leaflet(paper.getvalue(), len(pages) or 2, title, name, "SS-1")


class PaperPress(fakes.FakePress):
    """A press whose leaflets can be opened; it remembers what was ordered."""

    def __init__(self):
        self.orders = []
        self.fails = None
        self.is_torn = False

    def make(self, order):
        self.orders.append(order)
        if self.fails:
            raise self.fails
        if self.is_torn:
            return Leaflet(b"%PDF-", 1, "", "leaflet.pdf", "SS-1")
        key = order.variant.key.name
        return leaflet(f"{order.design.key} {key}", f"For {order.contact.name}", name="leaflet.pdf")

    def make_pack(self, orders, told):
        told(0, len(orders))
        made = [self.make(order) for order in orders]
        return leaflet(*(order.design.key for order in orders), title="Leaflets") if made else None


class FakePrinting:
    """A printing system: printers, what was sent to them, and what goes wrong. With a job it can be followed."""

    def __init__(self, *printers):
        self.known = list(printers)
        self.sent = []
        self.fails = None
        self.job = None
        self.became = Progress(JobState.SENT)
        self.became_of = {}
        self.cancelled = []

    def printers(self):
        if self.fails:
            raise self.fails
        return list(self.known)

    def send(self, made, printer, how):
        if self.fails:
            raise self.fails
        self.sent.append((made, printer, how))
        return self.job

    def progress(self, job):
        assert job == self.job or job in self.became_of
        if self.fails:
            raise self.fails
        return self.became_of.get(job, self.became)

    def cancel(self, job):
        self.cancelled.append(job)
        self.became = Progress(JobState.CANCELLED)
