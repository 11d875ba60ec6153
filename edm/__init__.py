"""The language of OOTS: vocabulary, the OASIS RegRep grammar, the messages and their rules (TDD 4.5, 4.6).

Pure: no Django, no Celery, no database, no network.
"""
