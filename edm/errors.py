"""The four ways an exchange can go wrong, named after who has to act."""


class OotsError(Exception):
    """Root of every failure this platform raises on purpose."""


class CallerMistake(OotsError):
    """Our caller asked for something that cannot be honoured; the caller acts."""


class CorrespondentFault(OotsError):
    """A foreign party broke a rule of the specification; we answer with an EDM error."""

    def __init__(self, explanation: str, *, rule: str | None = None) -> None:
        super().__init__(explanation)
        self.rule = rule


class ServiceUnavailable(OotsError):
    """A directory or an access point did not answer; time acts, so we retry."""


class WrongConfiguration(OotsError):
    """This deployment is not set up to run; the operator acts."""
