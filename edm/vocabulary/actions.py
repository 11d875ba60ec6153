"""What a message asks of the access point that receives it (EDM reference 8)."""

SERVICE = "QueryManager"
SERVICE_TYPE = "urn:oasis:names:tc:ebcore:ebrs:ebms:binding:1.0"

EXECUTE_QUERY_REQUEST = "ExecuteQueryRequest"
EXECUTE_QUERY_RESPONSE = "ExecuteQueryResponse"
EXCEPTION_RESPONSE = "ExceptionResponse"

ACTIONS = (EXECUTE_QUERY_REQUEST, EXECUTE_QUERY_RESPONSE, EXCEPTION_RESPONSE)
