"""One step of the asking side per file."""
