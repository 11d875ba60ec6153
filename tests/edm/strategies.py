"""Any message that can be written."""

from datetime import UTC, date

from hypothesis import strategies as st

from edm.messages.addresses import Address
from edm.messages.evidence_error import EvidenceError, Occurrence
from edm.messages.evidence_request import (
    EvidenceRequest,
    ProviderClassification,
    RequestedDistribution,
    RequestedEvidenceType,
    Requirement,
)
from edm.messages.evidence_response import Document, EvidencePackage, EvidenceResponse, Supplement, ValidityPeriod
from edm.messages.persons import (
    ConfirmedLegalPerson,
    ConfirmedPerson,
    LegalPerson,
    NaturalPerson,
    OtherIdentifier,
    SectorAttribute,
)
from edm.regrep.values import cleaned
from edm.vocabulary.assurance import LevelOfAssurance
from edm.vocabulary.documents import AssociatedDocument
from edm.vocabulary.exceptions import EXCEPTIONS
from edm.vocabulary.lines import V2_0
from edm.vocabulary.parties import Authority, ParticipantId

# What XML can carry; control characters around a value are dropped on reading, so values have none.
letters = st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")
texts = st.text(letters, min_size=1, max_size=12).map(cleaned).filter(bool)
addresses_on_the_web = texts.map(lambda text: f"https://{text}")
languages = st.sampled_from(["EN", "DE", "PT", "EL", "FR"])
localised = st.dictionaries(languages, texts, min_size=1, max_size=2)
maybe_localised = st.dictionaries(languages, texts, max_size=2)
moments = st.datetimes(timezones=st.just(UTC))
days = st.dates(min_value=date(1000, 1, 1))
uuids = st.uuids()
content_ids = st.from_regex(r"[a-z0-9]{1,8}@[a-z]{1,8}", fullmatch=True)


def some(values: st.SearchStrategy) -> st.SearchStrategy:
    return st.none() | values


def several(values: st.SearchStrategy, *, least: int = 0) -> st.SearchStrategy:
    return st.lists(values, min_size=least, max_size=2).map(tuple)


identifiers = st.builds(ParticipantId, texts, texts)
authorities = st.builds(Authority, identifier=identifiers, names=localised, country=st.sampled_from(["DE", "EL"]))
lone_authorities = st.builds(Authority, identifier=identifiers, names=localised, country=st.just(""))
intermediaries = authorities | lone_authorities
addresses = st.builds(
    Address,
    country=texts,
    full_address=some(texts),
    locator_designator=some(texts),
    post_code=some(texts),
    post_city_name=some(texts),
    thoroughfare=some(texts),
    region=some(texts),
)
sector_attributes = several(st.builds(SectorAttribute, name=texts, uri=texts, value=texts))
levels = st.sampled_from(LevelOfAssurance)
natural_persons = st.builds(
    NaturalPerson,
    level_of_assurance=levels,
    eidas_identifier=some(texts),
    family_name=texts,
    given_name=texts,
    date_of_birth=days,
    birth_name=some(texts),
    place_of_birth=some(texts),
    current_address=some(addresses),
    gender=some(texts),
    nationality=some(texts),
    country_of_birth=some(texts),
    town_of_birth=some(texts),
    country_of_residence=some(texts),
    phone_number=some(texts),
    email_address=some(texts),
    sector_attributes=sector_attributes,
)
legal_persons = st.builds(
    LegalPerson,
    level_of_assurance=levels,
    eidas_identifier=texts,
    legal_name=texts,
    identifiers=several(st.builds(OtherIdentifier, scheme=texts, value=texts)),
    registered_address=some(addresses),
    phone_number=some(texts),
    email_address=some(texts),
    sector_attributes=sector_attributes,
)
requirements = st.builds(Requirement, identifier=texts, names=localised, descriptions=maybe_localised)
provider_classifications = st.builds(
    ProviderClassification,
    identifier=uuids,
    type=texts,
    value=texts | st.booleans(),
    scheme=some(texts),
    value_expression=some(texts),
    descriptions=maybe_localised,
)
evidence_types = st.builds(
    RequestedEvidenceType,
    data_service_id=uuids,
    classification=texts,
    titles=localised,
    descriptions=maybe_localised,
    distributions=several(
        st.builds(
            RequestedDistribution,
            media_type=texts,
            languages=several(languages),
            conforms_to=some(texts),
            associated=several(st.sampled_from([kind.value for kind in AssociatedDocument])),
        ),
        least=1,
    ),
)


@st.composite
def evidence_requests(draw: st.DrawFn) -> EvidenceRequest:
    locations = draw(some(st.tuples(addresses_on_the_web, addresses_on_the_web))) or (None, None)
    return draw(
        st.builds(
            EvidenceRequest,
            request_id=uuids,
            issued_at=moments,
            procedure_code=texts,
            preview_possible=st.booleans(),
            explicitly_requested=st.booleans(),
            requirements=several(requirements, least=1),
            requester=authorities,
            intermediaries=several(intermediaries),
            provider=lone_authorities,
            subject=natural_persons | legal_persons,
            representative=some(natural_persons),
            representative_legal_person=some(legal_persons),
            evidence_type=evidence_types,
            provider_classifications=several(provider_classifications),
            preview_location=st.just(locations[0]),
            return_location=st.just(locations[1]),
            line=st.just(V2_0),
        )
    )


confirmed_subjects = st.builds(
    ConfirmedPerson,
    eidas_identifier=some(texts),
    family_name=texts,
    given_name=texts,
    date_of_birth=days,
    place_of_birth=some(texts),
) | st.builds(ConfirmedLegalPerson, eidas_identifier=texts, legal_name=texts)
documents = st.builds(
    Document,
    identifier=uuids,
    content_id=content_ids,
    title=texts,
    subject=confirmed_subjects,
    issuing_authority=lone_authorities,
    classification=texts,
    titles=localised,
    descriptions=maybe_localised,
    issuing_date=days,
    media_type=texts,
    languages=several(languages),
    conforms_to=some(texts),
    validity=some(st.builds(ValidityPeriod, start=days, end=days)),
)
supplements = st.builds(
    Supplement,
    kind=st.sampled_from(AssociatedDocument),
    identifier=uuids,
    content_id=content_ids,
    title=texts,
    media_type=texts,
    languages=several(languages),
)
evidence_responses = st.builds(
    EvidenceResponse,
    request_id=uuids,
    response_id=uuids,
    issued_at=moments,
    provider=authorities,
    intermediaries=several(intermediaries),
    requester=lone_authorities,
    packages=several(st.builds(EvidencePackage, main=documents, supplements=several(supplements))),
    available_at=some(moments),
    line=st.just(V2_0),
)
evidence_errors = st.builds(
    EvidenceError,
    request_id=uuids,
    response_id=uuids,
    error_provider=authorities,
    requester=some(lone_authorities),
    exceptions=several(
        st.builds(
            Occurrence,
            exception=st.sampled_from(EXCEPTIONS),
            occurred_at=moments,
            detail=some(texts),
            preview_location=some(addresses_on_the_web),
            preview_descriptions=maybe_localised,
        ),
        least=1,
    ),
    line=st.just(V2_0),
)
