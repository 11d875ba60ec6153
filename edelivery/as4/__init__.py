"""The protocol between access points: eDelivery AS4 1.15, Common Profile with Four Corners (TDD chapter 4.7).

`packaging` turns a UserMessage into the bytes of an HTTP request, `unpacking` turns them back,
`signals` writes and reads receipts and errors. Pure: no framework, no database, no network, no clock.
"""
