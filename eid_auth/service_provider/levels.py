"""The notified levels of assurance as eIDAS writes them; compared exactly, never guessed (identity 2.3)."""

from edm.vocabulary.assurance import LevelOfAssurance

LEVEL_URIS = {
    LevelOfAssurance.LOW: "http://eidas.europa.eu/LoA/low",
    LevelOfAssurance.SUBSTANTIAL: "http://eidas.europa.eu/LoA/substantial",
    LevelOfAssurance.HIGH: "http://eidas.europa.eu/LoA/high",
}
LEVELS = {uri: level for level, uri in LEVEL_URIS.items()}
