"""Words and rules of the field. Standard library only; no disk, no network, no clock.

family        the people visited together: children and carers
child         born, or unborn with an expected date
carer         an adult who looks after a child
relationship  what one carer is to one child; it belongs to the pair, never to the family
parent place  every child has two: mother, and father or other parent; a place may be "not yet known"
fact          what is learnt about somebody later, with its day and where it comes from
need          a communication need or reasonable adjustment of one carer
contact       the planned review a visit fulfils
visit         one meeting, or one failed attempt at one
resource      one piece of advice or guidance in a topic; for carers or for workers
variant       the same resource in another form, for another reader, in another language
idea          one picture and one or two short sentences: the unit of an easy-read variant
writing lines lines for a carer to write on by hand, in an idea or between paragraphs
advice given  the record: this carer, this exact text, these ways, this outcome, this understanding
attempt       a visit whose outcome is no access, cancelled, not brought or refused
correction    a new event that says what was wrong with a record, and why; the record stays
help          what a family gets, until a decision closes it; a new decision opens it again. Nobody may close help for a
              family that was never seen without "a discussion with your manager": the one place for that word
sleep space   where a baby sleeps at one place: what was seen or told, what is to change; a new place is not seen
plan          up to three open actions: what we want, who does what, by when, how we will know; outcomes at review
leaflet       one PDF on paper; printing is not telling
bag           ready-made leaflets, counted by the code on them; handing one over is giving
recall        a resource is withdrawn: used nowhere, still read by records, and whoever holds it is told
coverage      for each carer and topic: what was given, when, understood or not, what is due
outbox        what waits to be sent; an upload is one parcel; a receipt is the answer
"""
