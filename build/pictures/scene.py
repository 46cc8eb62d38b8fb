"""A scene: one picture that says one thing, to an adult, at 4 cm wide, on a bad black and white printer."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType

from pictures.ink import Drawing
from pictures.page import write_page


@dataclass(frozen=True)
class Scene:
    """One picture: the key that texts use, what it says, what it shows, and how it is drawn, back to front."""

    name: str
    title: str
    description: str
    draw: Callable[[], Drawing]

    def svg(self) -> str:
        """The picture as a file."""
        return write_page(self.name, self.title, self.description, self.draw())


def scene(draw: Callable[[], Drawing]) -> Scene:
    """A function becomes a scene: its docstring says first the title, then the description, in words for readers."""
    title, _, description = inspect.cleandoc(draw.__doc__ or "").partition("\n\n")
    name = draw.__name__.replace("_", "-")
    return Scene(name, title.removesuffix("."), " ".join(description.split()), draw)


def scenes_of(*modules: ModuleType) -> dict[str, Scene]:
    """The scenes of modules by name."""
    found = [each for module in modules for each in vars(module).values() if isinstance(each, Scene)]
    return {each.name: each for each in found}
