"""Who holds which evidence, where, and through which access point (TDD 3.1).

Answers the official query at `/dsd/rest/search`; like the Evidence Broker it is read through that interface only.
"""
