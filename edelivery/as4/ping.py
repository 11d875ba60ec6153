"""The test service: a ping passes the whole pipeline, is answered, and is delivered to nobody (reference 12)."""

PING_SERVICE = "http://docs.oasis-open.org/ebxml-msg/ebms/v3.0/ns/core/200704/service"
PING_ACTION = "http://docs.oasis-open.org/ebxml-msg/ebms/v3.0/ns/core/200704/test"


def is_ping(service: str, action: str) -> bool:
    """Only the pair makes a ping: some products use the test action for business messages too."""
    return (service, action) == (PING_SERVICE, PING_ACTION)
