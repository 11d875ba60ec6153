"""Where the parts of a request are."""

from edm.rules.places import members, slot

REQUEST = "/query:QueryRequest"
QUERY = f"{REQUEST}/query:Query"

REQUIREMENT = members(REQUEST, "Requirements", "sdg:Requirement")
REQUESTER = members(REQUEST, "EvidenceRequester", "sdg:Agent")
PROVIDER = f"{slot(REQUEST, 'EvidenceProvider')}/sdg:Agent"
CLASSIFICATION = members(REQUEST, "EvidenceProviderClassification", "sdg:EvidenceProviderClassification")

PERSON = f"{slot(QUERY, 'NaturalPerson')}/sdg:Person"
COMPANY = f"{slot(QUERY, 'LegalPerson')}/sdg:LegalPerson"
REPRESENTATIVE = f"{slot(QUERY, 'AuthorizedRepresentative')}/sdg:Person"
REPRESENTING_COMPANY = f"{slot(QUERY, 'AuthorizedRepresentativeLegalPerson')}/sdg:LegalPerson"
EVIDENCE_TYPE = f"{slot(QUERY, 'EvidenceRequest')}/sdg:DataServiceEvidenceType"
