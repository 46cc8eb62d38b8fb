"""Every colour, by lightness: L* (0 black to 100 white) is what a black and white printer sees."""

INK = "#24212B"

# From L* 87 to 48. Never darker: the ink of the features would vanish.
SKIN = {"s1": "#F5D3BB", "s2": "#E7B78D", "s3": "#CC935F", "s4": "#B37A4F", "s5": "#986549"}

# Under the chin, and stubble.
SHADE = {"s1": "#E5B497", "s2": "#D19B6E", "s3": "#B07845", "s4": "#96613B", "s5": "#7A4C34"}

HAIR = {
    "black": "#332D33",
    "dark": "#4E382C",
    "brown": "#7A5233",
    "red": "#A85A2E",
    "fair": "#D2A65C",
    "grey": "#B9B6B6",
    "white": "#E6E3DF",
}

# Brows are ink, except where that would be harsh.
BROW = {"grey": "#8B8787", "white": "#9B9796", "fair": "#8A6A3A"}

# The hair of babies.
FUZZ = {"black": "#332D33", "dark": "#4E382C", "brown": "#7A5233", "fair": "#D9B06C", "red": "#B5683A"}

CLOTH = {
    # Adults wear L* 29 to 63,
    "teal": "#2F8C89",
    "plum": "#8A4A78",
    "blue": "#4C7FB8",
    "rust": "#CC6A4C",
    "green": "#5F9158",
    "rose": "#BC6680",
    "mustard": "#C2912F",
    "navy": "#33456B",
    "slate": "#5C6672",
    # babies and bedding L* 76 to 100, so that a baby stands out from the adult in grey.
    "mint": "#8CCDBF",
    "yellow": "#F0C04C",
    "lilac": "#C3B3E0",
    "sky": "#A9CDE8",
    "white": "#FFFFFF",
    # A thing that should not be there, and the sleeve of nobody.
    "coral": "#E0795F",
    "grey": "#8D95A0",
}

THING = {
    "wood": "#D8B078",
    "wood_dark": "#B98B52",
    "sheet": "#F3F7FA",
    "mattress_side": "#D3DFE8",
    "gap": "#FBF7F0",
    "metal": "#C9D0D6",
    "dark": "#3C3A44",
    "page": "#DCEAF2",
    "key": "#E6EAEE",
    "room": "#F6F1E7",
    "light": "#FBF3DC",
    "floor": "#E9DFCC",
    "tea": "#7A4B2E",
    "milk": "#F3E3C4",
    "teat": "#F0C9A0",
    "filter": "#E0A84E",
    "teddy": "#D9B98A",
    "lining": "#CBE9E2",
    "smoke": "#D3D6DC",
    "smoke_line": "#6F727B",
    "ghost": "#D9DBE0",
    "ghost_line": "#8A8D96",
    "ok_band": "#BFE3C0",
    "mouth": "#7A2E37",
    "tongue": "#DE8C8C",
}

SIGN = {"no": "#C8102E", "yes": "#1E7B3A"}

COLOURS = frozenset(
    [INK, *(colour for each in (SKIN, SHADE, HAIR, BROW, FUZZ, CLOTH, THING, SIGN) for colour in each.values())],
)
