"""Identifiers that are addresses in the Semantic Repository: the host is a setting, the path is the key."""

import re
from urllib.parse import urlsplit
from uuid import UUID

from edm.vocabulary.countries import OOTS_COUNTRIES

PRODUCTION = "https://sr.oots.tech.ec.europa.eu"

_HOST = r"https://sr\.([A-Za-z0-9-]+\.)?oots\.tech\.ec\.europa\.eu/"
_UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_PLACE = "(" + "|".join(sorted(OOTS_COUNTRIES)) + "|oots)"

REQUIREMENT = re.compile(rf"{_HOST}requirements/{_UUID}")
EVIDENCE_TYPE = re.compile(rf"{_HOST}evidencetypeclassifications/{_PLACE}/{_UUID}")
DATA_MODEL = re.compile(rf"{_HOST}(datamodels|distributions)/.+")
CODE_LIST = re.compile(rf"{_HOST}codelists/(?P<country>[A-Za-z]{{2}})/(?P<name>.+)")
ENVIRONMENT = re.compile(r"https://sr\.(?!oots\.)[A-Za-z0-9-]+\.oots\.tech\.ec\.europa\.eu/")


def path_of(identifier: str) -> str:
    """The key of an identifier: its path without the leading slash, whatever the host."""
    return urlsplit(identifier).path.lstrip("/")


def requirement_url(repository: str, requirement: UUID) -> str:
    return f"{repository.rstrip('/')}/requirements/{requirement}"


def evidence_type_url(repository: str, country: str, evidence_type: UUID) -> str:
    return f"{repository.rstrip('/')}/evidencetypeclassifications/{country}/{evidence_type}"
