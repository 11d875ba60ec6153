"""The closed lists, identifiers and small values every other package speaks with."""
