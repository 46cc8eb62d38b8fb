"""Every error the kit can foresee, in one tree.

    KitError
    ├─ RuleError            the request breaks a rule of the field      → said beside the field
    │   ├─ VisitClosedError     a closed visit refuses change
    │   └─ UnknownError         no such family, carer, visit or resource
    ├─ ContentError         a file of ours is wrong                     → breaks the build; left out at run time
    ├─ StoreError           the records file cannot be used             → blocking page, nothing lost
    │   ├─ WrongPassphraseError
    │   ├─ DamagedStoreError
    │   ├─ NewerStoreError
    │   ├─ CipherMissingError
    │   ├─ StoreBusyError       another window of the kit has it open
    │   └─ DiskFullError
    ├─ PressError           the leaflet cannot be made or printed       → notice, order kept
    │   ├─ PrinterError         it is made and cannot be printed         → each with its way out
    │   │   ├─ NoPrinterError       there is none, or this one is gone
    │   │   ├─ UnreachableError     printing, or the printer, does not answer
    │   │   ├─ PaperError           no paper, a jam, an open door: it needs a hand
    │   │   ├─ PrinterStoppedError   somebody or something stopped its queue
    │   │   ├─ JobRefusedError      it does not take the leaflet
    │   │   └─ DriverError          it took the leaflet and could not print it
    │   └─ StoppedError         the worker did not want to wait            → nothing is made
    └─ UploadError          sending failed                              → quiet line, never a dialog
        ├─ TryLaterError
        └─ RefusedError

The text of a KitError is one or two plain sentences a worker can read aloud: what happened, what is safe,
what to do. Anything that is not a KitError is a bug.
"""

from __future__ import annotations


class KitError(Exception):
    """Something went wrong that the kit foresaw; its text is written for the worker."""


class RuleError(KitError):
    """The request breaks a rule of the field.

    Attributes:
        field: the name of the input it concerns, so that a page can say it there; empty when it is none.
    """

    def __init__(self, message: str, *, field: str = "") -> None:
        super().__init__(message)
        self.field = field


class VisitClosedError(RuleError):
    """The visit is closed; only a correction can be added."""


class UnknownError(RuleError):
    """Nothing is kept under that id."""


class ContentError(KitError):
    """A text, picture, rule or design in our own files is wrong."""


class StoreError(KitError):
    """The records file cannot be used as asked; what is in it is untouched."""


class WrongPassphraseError(StoreError):
    """The passphrase does not open the file key."""


class DamagedStoreError(StoreError):
    """The key opens, but the pages of the file are not what was written."""


class NewerStoreError(StoreError):
    """A newer version of the kit wrote this file."""


class CipherMissingError(StoreError):
    """The SQLite library in use cannot encrypt, or the file is not encrypted."""


class StoreBusyError(StoreError):
    """Another window of the kit has the file open."""


class DiskFullError(StoreError):
    """There was no room to write; the last complete record is still there."""


class PressError(KitError):
    """The leaflet cannot be made or printed; the order is kept."""


class PrinterError(PressError):
    """The leaflet is made and cannot be printed now.

    Attributes:
        is_sent: whether it lies with the printer all the same, so that sending again would print it twice.
    """

    def __init__(self, message: str, *, is_sent: bool = False) -> None:
        super().__init__(message)
        self.is_sent = is_sent


class NoPrinterError(PrinterError):
    """There is no printer, or this one is not there any more."""


class UnreachableError(PrinterError):
    """The printing system, or the printer, does not answer."""


class PaperError(PrinterError):
    """The printer needs a hand: it has no paper or ink, it is jammed, or a door is open."""


class PrinterStoppedError(PrinterError):
    """The queue of the printer is stopped."""


class JobRefusedError(PrinterError):
    """The printer does not take the leaflet."""


class DriverError(PrinterError):
    """The printer took the leaflet and could not print it."""


class StoppedError(PressError):
    """Long work was stopped by whoever asked for it."""


class UploadError(KitError):
    """Sending failed; everything unsent is still in the outbox."""


class TryLaterError(UploadError):
    """No network, a busy server or a page that is not ours: nothing changed, try again.

    Attributes:
        wait_s: seconds the server asked us to wait, or None.
    """

    def __init__(self, message: str, *, wait_s: float | None = None) -> None:
        super().__init__(message)
        self.wait_s = wait_s


class RefusedError(UploadError):
    """The server cannot or will not take anything from this laptop as it is set up."""
