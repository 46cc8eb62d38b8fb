"""A drawing becomes a page of SVG: svg, title, desc, g and path, and nothing that some reader of SVG may not know."""

import html
from collections import Counter

from pictures.ink import PAGE_HEIGHT, PAGE_WIDTH, Drawing, Group, Part, Segment, Shape, flat

# Deeper steps would only make the files larger.
DEEPEST_INDENT = 4


def write_page(name: str, title: str, description: str, drawing: Drawing) -> str:
    """The whole file."""
    seen: Counter[str] = Counter()
    body = "".join(_part(part, 4, seen) for part in flat(drawing))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {PAGE_WIDTH} {PAGE_HEIGHT}" role="img"'
        f' aria-labelledby="{name}-title {name}-desc">\n'
        f'  <title id="{name}-title">{html.escape(title, quote=False)}</title>\n'
        f'  <desc id="{name}-desc">{html.escape(description, quote=False)}</desc>\n'
        f'  <g stroke-linecap="round" stroke-linejoin="round">\n{body}  </g>\n</svg>\n'
    )


def _part(part: Part, indent: int, seen: Counter[str]) -> str:
    """A shape, or a group with all its parts."""
    if isinstance(part, Shape):
        return " " * min(indent, DEEPEST_INDENT) + _path(part)
    opening = f"<g{_id(part, seen)}>\n"
    parts = "".join(_part(each, indent + 2, seen) for each in part.parts)
    return f"{' ' * indent}{opening}{parts}{' ' * indent}</g>\n"


def _id(group: Group, seen: Counter[str]) -> str:
    """The name of a group, numbered from the second of the same name on."""
    if not group.name:
        return ""
    seen[group.name] += 1
    count = seen[group.name]
    return f' id="{group.name}"' if count == 1 else f' id="{group.name}-{count}"'


def _path(shape: Shape) -> str:
    """One shape."""
    line = f'stroke="{shape.ink}" stroke-width="{_number(shape.width)}"' if shape.ink else 'stroke="none"'
    dash = f' stroke-dasharray="{shape.dash}"' if shape.dash else ""
    steps = " ".join(_step(each) for each in shape.segments)
    return f'<path d="{steps}" fill="{shape.fill or "none"}" {line}{dash}/>\n'


def _step(segment: Segment) -> str:
    """One segment."""
    return segment.command + " ".join(f"{_number(x)},{_number(y)}" for x, y in segment.points)


def _number(value: float) -> str:
    """A tenth of a unit is finer than any printer."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
