"""The interface both directories share: one address, queries by name, signed answers (chapter 3)."""
