"""The citizen's procedure portal of a requesting Member State (journeys C0 to C15).

One Application per person and procedure; one RequiredDocument, shown as a card, per requirement. What the pages
know of the outside they ask of `common_services`, `evidence_exchange` and `eid_auth`; who the citizen is stays sealed
in the session of the login.
"""
