"""What a message must satisfy, and the laboratory around it (TDD 4.6).

Runs the rules of `edm.rules` on a file somebody brings: from the command line or on a page. Nothing that is brought is kept.
"""
