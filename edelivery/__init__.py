"""The access point: it carries bytes and a few header values between gateways (TDD chapter 4.7).

`as4` is the protocol, pure and usable alone. Around it stand the parties, the outbox and the inbox
in the database. Nothing here knows what an evidence request is.
"""
