"""The log of Article 17 of the Implementing Regulation (TDD chapter 4.8): who asked what, when, with which outcome.

Both sides of every exchange write here, through `exchange_log.service.record`, in the transaction of the fact they
record. Rows are added and never changed; persons and messages are sealed, and found again by a blind index alone.
"""
