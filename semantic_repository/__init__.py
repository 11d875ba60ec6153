"""What the identifiers mean: requirements, evidence types, data models (TDD 3.3).

Serves `/sr/<path>`, the path being that of the identifier. A design-time resource: no request depends on it.
"""
