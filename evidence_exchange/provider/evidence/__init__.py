"""Makes the evidence, after the request came: a PDF, or structured data with a version for people."""
