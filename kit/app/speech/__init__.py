"""Reading aloud with the voice of this computer, which lives in a process of its own.

lines    what the two processes say to each other, one JSON object a line
speaker  the process with the voice; nothing of the records is ever in it but the sentence to be read
voice    the side of the window: starts the speaker at the first press, waits for it with a limit, and ends it
"""
