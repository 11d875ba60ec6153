"""WS-Security of the profile: sign, encrypt, and the way back (reference 7).

The signature is made by hand on canonical XML: the transform for attachments is known to no XML
security library, and its address stands inside what is signed.
"""
