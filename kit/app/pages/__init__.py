"""One file for each page.

A page is a widget with a `heading`. It is made with the theme and the rooms, and knows no other page: it says what
happened (`visit_closed`) or what is wished (`family_requested`), and the navigator does the rest. Slow work goes to a
thread by `rooms.desk.run(self, work, done, failed)`, where work holds plain values only:

    records, library, clock = self._rooms.kept, self._rooms.library, self._rooms.clock
    self._rooms.desk.run(self, lambda: caseload(records, library, clock), self._on_loaded, self._on_failed)
"""
