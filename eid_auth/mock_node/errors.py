"""Why the node does not go on with a request."""

from edm.errors import CorrespondentFault


class UnknownSender(CorrespondentFault):
    """Nobody this node serves signed this: there is no address an answer could go to."""


class RequestRefused(CorrespondentFault):
    """A known service asked for something a node does not do; it gets a signed status."""

    def __init__(self, explanation: str, *, top: str = "Requester", second: str = "RequestDenied") -> None:
        super().__init__(explanation)
        self.top = top
        self.second = second
