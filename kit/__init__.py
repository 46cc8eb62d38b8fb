"""The Home Visit Kit: advice for families with babies, shown, printed and recorded, without a network.

The rooms, from the ground up: `domain` (words and rules), `service` (one function for each thing a worker
does), five doors to the outside (`app`, `store`, `library`, `leaflet`, `upload`), and `start` and `cli`,
which wire them together. `docs/architecture.md` has the one-minute picture.
"""

__version__ = "0.1.0"
