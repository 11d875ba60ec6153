"""The REST API for national integrators: discovery, and following an exchange (integrator-api 2.1, 2.2, 2.6)."""
