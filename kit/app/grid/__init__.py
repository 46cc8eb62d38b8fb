"""The two grids of the kit: who has been told what, and ticking it off in a visit. They know marks, not carers."""
