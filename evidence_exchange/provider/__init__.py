"""The side that holds the evidence: validation, matching, preview, the one answer."""
