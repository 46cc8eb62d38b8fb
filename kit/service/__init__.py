"""One function for each thing a worker does, and the ports the rooms must fit.

A function here loads what it needs through a port, asks the domain, and commits once: one deed, one
transaction. It knows no database, no file format, no window. The same functions serve the screens, the
command line and the tests.
"""
