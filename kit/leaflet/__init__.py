"""Leaflets on paper: an order goes in, a tagged PDF comes out.

designs.toml → Design · words → lines (typeset) → parts (blocks, card) → pages → marks on a tagged PDF (tagged).
Only `fonts` and `tagged` know ReportLab, and `press` imports them at the first leaflet, in its own thread.
All lengths inside this room are points, measured from the top left corner; the PDF turns them over once, at the end.
"""
