"""Judgements that several messages share: who, where, when, in which language, of which type."""

import re

from edm.regrep.namespaces import Element, local_name
from edm.regrep.values import DATE_PATTERN, MOMENT_PATTERN, URN_PATTERN, UUID_PATTERN, cleaned
from edm.rules.judgements import (
    attribute_in,
    attribute_is,
    attribute_matches,
    contains,
    has_attribute,
    in_list,
    matches,
    matches_raw,
    text_of,
)
from edm.vocabulary import semantic_repository
from edm.vocabulary.assurance import LevelOfAssurance
from edm.vocabulary.countries import COUNTRIES
from edm.vocabulary.languages import LANGUAGES
from edm.vocabulary.media_types import MEDIA_TYPES
from edm.vocabulary.parties import ParticipantId
from edm.vocabulary.regions import NUTS
from edm.vocabulary.schemes import EIDAS, EIDAS_IDENTIFIER, is_participant

IS_UUID = matches(UUID_PATTERN, "a UUID")
ENDS_IN_UUID = contains(re.compile(UUID_PATTERN.pattern + "$"), "a UUID")
IS_DATE = matches(DATE_PATTERN, "a date YYYY-MM-DD")
HOLDS_MOMENT = contains(MOMENT_PATTERN, "a moment YYYY-MM-DDThh:mm:ss")
IS_COUNTRY = in_list(COUNTRIES, "CountryIdentificationCode")
IS_REGION = matches(NUTS, "a NUTS code")
IS_LANGUAGE = in_list(LANGUAGES, "LanguageCode")
IS_MEDIA_TYPE = in_list(MEDIA_TYPES, "OOTSMediaTypes")
IS_LEVEL = in_list(list(LevelOfAssurance), "LevelsOfAssurance")
IS_EIDAS_IDENTIFIER = contains(EIDAS_IDENTIFIER, "two countries of OOTS and a local part")

HAS_SCHEME = has_attribute("schemeID")
HAS_EIDAS_SCHEME = attribute_is("schemeID", EIDAS)
HAS_LANGUAGE = has_attribute("lang")
LANGUAGE_LISTED = attribute_in("lang", LANGUAGES, "LanguageCode")

IS_REQUIREMENT = matches(semantic_repository.REQUIREMENT, "a requirement of the Semantic Repository")
IS_EVIDENCE_TYPE = matches_raw(semantic_repository.EVIDENCE_TYPE, "an evidence type of the Semantic Repository")
IS_DATA_MODEL = matches(semantic_repository.DATA_MODEL, "a data model of the Semantic Repository")


ID_IS_URN = attribute_matches("id", URN_PATTERN, "urn:uuid: and a UUID")
REQUEST_ID_IS_URN = attribute_matches("requestId", URN_PATTERN, "urn:uuid: and a UUID")


def is_participant_identifier(element: Element) -> str | None:
    """Scheme of the lists and fewer than 256 characters; a missing scheme is another rule's affair."""
    scheme = element.get("schemeID")
    if scheme is None or is_participant(ParticipantId(text_of(element), cleaned(scheme))):
        return None
    return "The identifier of an agent has a scheme that is not listed, or is too long."


def is_of_production(element: Element) -> str | None:
    if semantic_repository.ENVIRONMENT.match(text_of(element)):
        return f"{local_name(element)} is of a test environment of the Semantic Repository."
    return None
