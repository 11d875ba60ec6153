"""What a response must be before python3-saml may decrypt, validate or even parse it (identity 6).

The library decrypts in its constructor, follows references to files and believes an unsigned error; here is the wall in front.
"""
