"""What the directories share: query values and their RegRep form, response signature, and the asking side (TDD 3.4, 3.6).

`service` is the front door: it turns a question into a lookup that never waits, because the answer is fetched and
verified by the worker and kept in the database.
"""
