"""The SAML 2.0 service provider of each requesting Member State, eIDAS profile.

A response enters as untrusted bytes and leaves as one AuthenticatedIdentity or as a named refusal:
`guard` looks at it before python3-saml may touch it, `library` lets python3-saml decrypt and validate,
`assertion` checks what the library leaves open, `attributes` and `person` read who it is.
"""
