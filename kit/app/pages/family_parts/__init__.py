"""The parts of the family page.

content     the family as grid, lines and words     dialog      a form over the page that stays until it is kept
panels      where they sleep, visits                 forms       a move, a need, a carer, a child, a parent place
records     the history of a cell, all visits        correction  what happened instead, and why
"""
