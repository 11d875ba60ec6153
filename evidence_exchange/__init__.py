"""One evidence exchange from wish to outcome, on both sides (TDD chapter 4.4).

`requester/` asks and receives, `provider/` validates, makes the evidence and answers once the citizen decided,
`sources/` are the registers behind a provider. The states and every permitted move stand in `states.py`.
"""
