"""Who we are to the node: the signed SP metadata of the eIDAS profile (identity 4.2)."""

from datetime import datetime, timedelta

from lxml.builder import ElementMaker
from lxml.etree import _Element

from deployments.keys import KeyPair
from eid_auth.service_provider import algorithms
from eid_auth.service_provider.authn_request import new_request_id
from eid_auth.service_provider.countries import eidas_country
from eid_auth.service_provider.namespaces import (
    ALGORITHM_SUPPORT,
    EIDAS,
    METADATA,
    METADATA_ATTRIBUTES,
    POST_BINDING,
    SAML,
    SAMLP,
    UNSPECIFIED_NAME_ID,
    URI_NAME_FORMAT,
    XML,
)
from eid_auth.service_provider.parties import ServiceProvider
from eid_auth.service_provider.signing import key_info, sign_enveloped

VALID_FOR = timedelta(days=2)
NAMESPACES = {"md": METADATA, "alg": ALGORITHM_SUPPORT, "mdattr": METADATA_ATTRIBUTES, "saml": SAML, "eidas": EIDAS}
M = ElementMaker(namespace=METADATA, nsmap=NAMESPACES)
G = ElementMaker(namespace=ALGORITHM_SUPPORT)
T = ElementMaker(namespace=METADATA_ATTRIBUTES)
A = ElementMaker(namespace=SAML)
X = ElementMaker(namespace=EIDAS)
ENTITY_ATTRIBUTES = {
    "http://eidas.europa.eu/entity-attributes/protocol-version": "1.2",
    "http://eidas.europa.eu/entity-attributes/application-identifier": "OOTS reference platform",
}


def write_metadata(provider: ServiceProvider, *, now: datetime) -> bytes:
    """Signed by the metadata key, which signs no message; SPType travels in each request instead."""
    document = M.EntityDescriptor(
        M.Extensions(
            *(G.DigestMethod(Algorithm=a) for a in sorted(algorithms.DIGESTS)),
            *(G.SigningMethod(Algorithm=a) for a in sorted(algorithms.SIGNATURES)),
            T.EntityAttributes(*(_entity_attribute(name, value) for name, value in ENTITY_ATTRIBUTES.items())),
        ),
        _role(provider),
        *_contacts(provider),
        ID=new_request_id(),
        entityID=provider.entity_id,
        validUntil=(now + VALID_FOR).strftime("%Y-%m-%dT%H:%M:%SZ"),
    )
    return sign_enveloped(document, provider.metadata_signing, position=0)


def _role(provider: ServiceProvider) -> _Element:
    return M.SPSSODescriptor(
        M.Extensions(X.NodeCountry(eidas_country(provider.country))),
        _key(provider.signing, use="signing"),
        _key(provider.encryption, use="encryption", methods=sorted(algorithms.CONTENT_ENCRYPTION | algorithms.KEY_TRANSPORT)),
        M.NameIDFormat(UNSPECIFIED_NAME_ID),
        M.AssertionConsumerService(Binding=POST_BINDING, Location=provider.acs_url, index="0", isDefault="true"),
        AuthnRequestsSigned="true",
        WantAssertionsSigned="true",
        protocolSupportEnumeration=SAMLP,
    )


def _key(pair: KeyPair, *, use: str, methods: list[str] | None = None) -> _Element:
    return M.KeyDescriptor(key_info(pair.certificate), *(M.EncryptionMethod(Algorithm=m) for m in methods or ()), use=use)


def _entity_attribute(name: str, value: str) -> _Element:
    return A.Attribute(A.AttributeValue(value), Name=name, NameFormat=URI_NAME_FORMAT)


def _contacts(provider: ServiceProvider) -> list[_Element]:
    language = {f"{{{XML}}}lang": "en"}
    organisation = M.Organization(
        M.OrganizationName(provider.display_name, language),
        M.OrganizationDisplayName(provider.display_name, language),
        M.OrganizationURL(provider.state.origin, language),
    )
    people = [M.ContactPerson(M.Company(provider.display_name), contactType=kind) for kind in ("technical", "support")]
    return [organisation, *people]
