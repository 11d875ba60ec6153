"""One step of the answering side per file."""
