"""Where the parts of an error are."""

from edm.rules.places import slot

RESPONSE = "/query:QueryResponse"
EXCEPTION = f"{RESPONSE}/rs:Exception"
PROVIDER = f"{slot(RESPONSE, 'ErrorProvider')}/sdg:Agent"
REQUESTER = f"{slot(RESPONSE, 'EvidenceRequester')}/sdg:Agent"
FAILURE = "urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Failure"
