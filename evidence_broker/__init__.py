"""Which evidence proves which requirement, and which requirements a procedure has (TDD 3.2).

Answers the two official queries at `/eb/rest/search`. Nobody inside this platform reads its tables: the portal asks
through that interface like everybody else.
"""
