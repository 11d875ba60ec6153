"""Greece is GR to eIDAS and EL to everything else in OOTS (identity 3.4)."""

_TO_OOTS = {"GR": "EL"}
_TO_EIDAS = {oots: eidas for eidas, oots in _TO_OOTS.items()}


def oots_country(code: str) -> str:
    """The code of the OOTS lists."""
    return _TO_OOTS.get(code, code)


def eidas_country(code: str) -> str:
    """The ISO code that eIDAS nodes use."""
    return _TO_EIDAS.get(code, code)
