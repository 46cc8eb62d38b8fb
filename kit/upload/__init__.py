"""The wire: what waits in the outbox becomes FHIR R4 and goes to the organisation's own server.

codes, people, events   payloads become resources, as plain dicts (`fhir.md` sections 2 to 6)
bundle                  resources become transaction bundles that may be sent twice
answer                  what a server says becomes: done, refused, later or stop (`fhir.md` section 9)
wire, sender            one HTTP call; one step of a parcel, which may be repeated
delivery, courier       one parcel; the port the service knows
practice, receiver      a small FHIR server for trying out, on this computer only

Only records of the ordinary layer pass here. httpx is imported when the first parcel leaves, not before.
"""
