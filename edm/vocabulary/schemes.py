"""Identifier schemes: of authorities (EAS or a national one) and of persons (EDM reference 1.5, 1.6)."""

import re

from edm.vocabulary.code_lists import codes
from edm.vocabulary.countries import OOTS_COUNTRIES
from edm.vocabulary.parties import ParticipantId

EAS_PREFIX = "urn:cef.eu:names:identifier:EAS:"
UNREGISTERED_PREFIX = "urn:oasis:names:tc:ebcore:partyid-type:unregistered:"
EIDAS = "eidas"
LONGEST_IDENTIFIER = 255

EAS_CODES = codes(
    """
    0002 0007 0009 0037 0060 0088 0096 0097 0106 0130 0135 0142 0147 0151 0154 0158 0170 0177 0183 0184 0188 0190 0191 0192
    0193 0194 0195 0196 0198 0199 0200 0201 0202 0203 0204 0205 0208 0209 0210 0211 0212 0213 0215 0216 0217 0218 0221 0225
    0230 0235 0240 0244 9910 9913 9914 9915 9918 9919 9920 9922 9923 9924 9925 9926 9927 9928 9929 9930 9931 9932 9933 9934
    9935 9936 9937 9938 9939 9940 9941 9942 9943 9944 9945 9946 9947 9948 9949 9950 9951 9952 9953 9957 9959 AN AQ AS AU EM
    """
)
PARTICIPANT_SCHEMES = (
    frozenset(EAS_PREFIX + code for code in EAS_CODES)
    | frozenset(UNREGISTERED_PREFIX + country for country in OOTS_COUNTRIES)
    | {UNREGISTERED_PREFIX + "oots"}
)
# Additional identifiers of a legal person.
IDENTIFIER_SCHEMES = frozenset({"VAT", "TAX", "BusinessCode", "LEI", "EORI", "SEED", "SIC"})

_country = "(" + "|".join(sorted(OOTS_COUNTRIES)) + ")"
# Anchored at the end only, as the published rules execute it (EDM reference 4.4).
EIDAS_IDENTIFIER = re.compile(rf"{_country}/{_country}/\S{{6,256}}$", re.IGNORECASE)


def is_participant(identifier: ParticipantId) -> bool:
    """Whether scheme and length are those an authority's identifier may have."""
    return identifier.scheme in PARTICIPANT_SCHEMES and len(identifier.value) <= LONGEST_IDENTIFIER
