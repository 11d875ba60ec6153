"""How short a free text may be: the same rule in each message, with one difference (EDM reference 5.1)."""

from collections.abc import Iterator, Mapping

from edm.regrep.namespaces import Element, local_name, named
from edm.rules.judgements import text_of

TWO_CHARACTERS = (
    "Description",
    "Name",
    "Title",
    "Note",
    "EvidenceTypeClassification",
    "FullAddress",
    "PostCode",
    "PostCityName",
    "Thoroughfare",
    "PlaceOfBirth",
    "TownOfBirth",
    "PhoneNumber",
    "EmailAddress",
    "LegalPhoneNumber",
    "LegalEmailAddress",
    "nonLatin",
    "ValueExpression",
    "AttributeName",
    "AttributeValue",
)
SHORTEST = {named(f"sdg:{name}"): 2 for name in TWO_CHARACTERS} | {named("sdg:LocatorDesignator"): 1, named("sdg:StringValue"): 1}
# The rule for errors asks more of this one.
SHORTEST_IN_ERRORS = SHORTEST | {named("sdg:StringValue"): 2}


def too_short(document: Element, shortest: Mapping[str, int]) -> Iterator[str]:
    for element in document.iter(*shortest):
        if len(" ".join(text_of(element).split())) < shortest[str(element.tag)]:
            yield f"{local_name(element)} is shorter than {shortest[str(element.tag)]} characters."
