"""Pictures painted from shapes."""

from PySide6.QtGui import QColor

from kit.app.look.theme import Scheme
from kit.app.widgets.picture import PictureView, path_of
from kit.domain.picture import Picture, Shape

SQUARE = (("M", (10.0, 10.0)), ("L", (90.0, 10.0)), ("L", (90.0, 90.0)), ("L", (10.0, 90.0)), ("Z", ()))
CURVE = (("M", (0.0, 0.0)), ("C", (10.0, 0.0, 20.0, 10.0, 20.0, 20.0)))
PICTURE = Picture(
    "square",
    "A square",
    "A red square",
    100,
    100,
    (Shape("#CC0000", None, 0, SQUARE), Shape(None, "#16191C", 4, CURVE)),
)


def test_a_picture_is_painted_on_white_in_every_theme(theme, qtbot):
    theme.choose_scheme(Scheme.CONTRAST)
    view = PictureView(theme, PICTURE)
    qtbot.addWidget(view)
    view.resize(200, 200)
    image = view.grab().toImage()
    assert image.pixelColor(100, 100) == QColor("#CC0000")
    assert image.pixelColor(100, 4) == QColor("white")


def test_a_picture_says_what_it_shows_and_keeps_its_shape(theme, qtbot):
    view = PictureView(theme, PICTURE)
    qtbot.addWidget(view)
    assert view.accessibleName() == "A red square"
    assert view.heightForWidth(300) == 300
    view.show_picture(None)
    assert (view.accessibleName(), view.heightForWidth(300)) == ("", 0)


def test_paths_have_every_step():
    assert path_of(CURVE).elementCount() == 4
    assert path_of(SQUARE).boundingRect().width() == 80
