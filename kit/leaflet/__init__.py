"""Leaflets on paper: an order goes in, a tagged PDF comes out.

    designs   leaflets/<design>/design.toml → Design      typeset   words → lines
    blocks    blocks of a text → parts                    agreed, contact, code   the boxes at the end → parts
    pages     parts → pages                               advice    sheets: head, parts, foot
    booklet, poster, wallet, card   the other designs     marks     what lies on paper
    pen       marks → operators                           ink       papers → the tagged PDF
    tagged    pages, tree and bookmarks: PDF/UA-1         web       the same order as one HTML file
    press     the port: one leaflet, a pack, a file to send

Only `fonts`, `code`, `ink` and `tagged` know ReportLab, and `press` imports them at the first leaflet, in its own
thread. `tagged` imports nothing of the kit and could be published alone.
All lengths inside this room are points, measured from the top left corner; the PDF turns them over once, at the end.
"""
