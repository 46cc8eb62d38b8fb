"""One sheet where the service takes all texts of a print."""

from kit.service.printing import keep_for_later, note_all_printed, note_none_printed


def note_printed(records, library, clock, wish):
    return next(iter(note_all_printed(records, library, clock, (wish,))), None)


def note_not_printed(records, clock, printed, why):
    return note_none_printed(records, clock, (printed,), why)[0]


def print_later(records, library, clock, wish):
    return keep_for_later(records, library, clock, (wish,))[0]
