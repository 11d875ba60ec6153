"""Where the parts of a response are."""

from edm.rules.places import slot
from edm.vocabulary.documents import CLASSIFICATION_SCHEME

RESPONSE = "/query:QueryResponse"
SUCCESS = "urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Success"
UNAVAILABLE = "urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Unavailable"
SUCCEEDED = f"{RESPONSE}[normalize-space(@status)='{SUCCESS}']"
DEFERRED = f"{RESPONSE}[normalize-space(@status)='{UNAVAILABLE}']"

OUTER_OBJECT = f"{RESPONSE}/rim:RegistryObjectList/rim:RegistryObject"
PACKAGE = f"{OUTER_OBJECT}[@xsi:type='rim:RegistryPackageType']"
INNER_LIST = f"{OUTER_OBJECT}/rim:RegistryObjectList"
INNER_OBJECT = f"{INNER_LIST}/rim:RegistryObject"
DOCUMENT = f"{INNER_OBJECT}[not(@xsi:type='rim:AssociationType')]"
ASSOCIATION = f"{INNER_OBJECT}[@xsi:type='rim:AssociationType']"

METADATA = "//rim:RegistryObject/rim:Slot[@name='EvidenceMetadata']/rim:SlotValue"
EVIDENCE = f"{METADATA}/sdg:Evidence"

EDM_CLASSIFICATION = f"rim:Classification[@classificationScheme='{CLASSIFICATION_SCHEME}']"
PROVIDER = f"{slot(RESPONSE, 'EvidenceProvider')}/rim:Element/sdg:Agent"
REQUESTER = f"{slot(RESPONSE, 'EvidenceRequester')}/sdg:Agent"


def classified(node: str) -> str:
    """An object that calls itself this, under whatever scheme."""
    return f"{INNER_OBJECT}[rim:Classification/@classificationNode='{node}']"
