"""Words the API's documentation groups its operations by."""

DISCOVERY = ["Discovery"]
EXCHANGES = ["Exchanges"]
SANDBOX = ["Sandbox"]
META = ["About this API"]
