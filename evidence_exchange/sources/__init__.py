"""The registers behind a provider: a port, the TOML register of the sandbox, and one in memory."""
