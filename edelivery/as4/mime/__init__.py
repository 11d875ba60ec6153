"""MIME packaging, byte-exact: a digest covers the very octets of a part (reference 4)."""
