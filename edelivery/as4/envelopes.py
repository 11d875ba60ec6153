"""Puts signed blocks and the Security header into a SOAP 1.2 envelope, in the order Domibus writes them."""

from edelivery.as4.writing import Block, apex, element

_ID = "wsu:Id"
_MUST_UNDERSTAND = {"env:mustUnderstand": "true"}
_OF_SECURITY = ("wsse", "wsse11", "wsu", "ds", "xenc", "xenc11")


def messaging_block(content: str, token: str) -> Block:
    identifier = f"_messaging-{token}"
    return Block(identifier, apex("eb:Messaging", content, declare=("eb", "env", "wsu"), **_MUST_UNDERSTAND, **{_ID: identifier}))


def body_block(token: str, content: str = "") -> Block:
    """Empty but for the fault some error signals carry."""
    identifier = f"_body-{token}"
    return Block(identifier, apex("env:Body", content, declare=("env", "wsu"), **{_ID: identifier}))


def security_header(*content: str) -> str:
    return apex("wsse:Security", *content, declare=_OF_SECURITY, **_MUST_UNDERSTAND)


def write_envelope(messaging: Block, body: Block, security: str = "") -> bytes:
    header = element("env:Header", messaging.xml, security)
    return apex("env:Envelope", header, body.xml, declare=("env",)).encode()
