"""One sheet with all pictures, each over the sentence it has to say, for people to look at."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from pictures.ink import PAGE_HEIGHT, PAGE_WIDTH
from pictures.scene import Scene

FONT = Path(__file__).resolve().parents[2] / "resources" / "fonts" / "AtkinsonHyperlegibleNext-Regular.ttf"

COLUMNS = 6
ACROSS = 240
DOWN = ACROSS * PAGE_HEIGHT // PAGE_WIDTH
WORDS = 62
GAP = 12


def write_sheet(path: Path, scenes: Sequence[Scene]) -> None:
    """Draw the sheet into a PNG file."""
    application = QGuiApplication(["sheet", "-platform", "offscreen"])
    rows = -(-len(scenes) // COLUMNS)
    sheet = QImage(GAP + COLUMNS * (ACROSS + GAP), GAP + rows * (DOWN + WORDS + GAP), QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.lightGray)
    painter = QPainter(sheet)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(_font())
    for place, scene in enumerate(scenes):
        row, column = divmod(place, COLUMNS)
        _draw(painter, scene, GAP + column * (ACROSS + GAP), GAP + row * (DOWN + WORDS + GAP))
    painter.end()
    if not sheet.save(str(path)):
        message = f"{path} cannot be written."
        raise OSError(message)
    application.shutdown()


def _font() -> QFont:
    """The type of the leaflets, on every system."""
    font = QFont(QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(FONT)))[0])
    font.setPixelSize(14)
    return font


def _draw(painter: QPainter, scene: Scene, x: int, y: int) -> None:
    """One picture on its white card, the sentence and the key below."""
    picture = QRectF(x, y, ACROSS, DOWN)
    painter.fillRect(picture, Qt.GlobalColor.white)
    painter.setClipRect(picture)
    QSvgRenderer(QByteArray(scene.svg().encode())).render(painter, picture)
    painter.setClipping(False)
    words = QRectF(x, y + DOWN + GAP / 3, ACROSS, WORDS - GAP / 3)
    painter.drawText(words, Qt.TextFlag.TextWordWrap, f"{scene.title}\n[{scene.name}]")
