"""The screen: everything the worker sees and touches, and the only room that knows PySide6.

`look` holds colours, sizes, fonts, icons and marks; `widgets` the parts that pages are made of; `grid` the two grids.
`window` is the frame and nothing else, `worker` runs slow deeds on named threads, `application` starts Qt.
Pages get what they need by constructor, never ask the records themselves, and never wait on the main thread.
Signals are facts (`visit_closed`) or wishes (`hide_requested`); colours are looked up while painting, never kept.
"""
