"""How a question travels to a directory: a port with its adapters."""
