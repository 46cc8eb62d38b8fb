"""The parts of show mode: what stands on one page, its picture and words, and its round buttons."""
