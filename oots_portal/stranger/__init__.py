"""A stranger with a browser: walks the pages of a running demonstration over HTTPS and knows none of our Python code.

It reads links, buttons and forms as they stand on the page, keeps cookies as a browser does and follows nothing that is
not on the page.
"""
