"""The eb:Messaging block of ebMS 3.0: written and read in the order of its schema (reference 5)."""
