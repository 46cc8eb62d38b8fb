"""The pictures of the leaflets, composed from shared parts: the same cast, the same cot, the same ink.

palette   every colour                    ink        shapes and groups, and how they move
curves    points → smooth lines           strokes    lines, ovals, boxes         limbs     arms and legs
faces     eyes, brows, mouths             hair       cuts, and a headscarf       heads     the two together
hands     and what they hold              necklines  of tops                     person    what tells adults apart
builds    frames of adults                cast, cast_others: the families and the worker; who helps and who visits
figures   a person in a place             poses       that several people take  holds     an adult and a baby
baby      and baby_heads: its parts       baby_asleep, baby_awake: whole babies, and a child
room      the slanted room from above     cot, bed   what stands in it
home      furniture at eye level          things     to hold and to leave out    signs     cross, tick, digits
children  of about 3                      seats      people who sit, a table     paper     lists, a pen, a clock
sleepers  parents asleep, from above      baby_turned  from behind                dolls     to practise with
walls, indoors, outdoors: what is around             travel_cot, flat_pram, away: what goes along
not_for_sleep, cigarettes: what to keep baby away from
scene     a drawing and its sentence      scenes_*   the pictures themselves
page      a drawing → SVG                 sheet      all pictures on one page    compose   the command
"""
