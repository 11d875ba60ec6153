"""The provider's side of the citizen's journey: look at the very documents, decide, go back (TDD chapter 4.9).

A component of its own: it shows what `evidence_exchange.provider` holds for one link and one browser, keeps nothing
itself, and is never cached, framed or scripted from elsewhere.
"""
