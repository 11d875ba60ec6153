"""The messages of an exchange as values, with a writer and a reader for each (TDD 4.5)."""
