"""The sandbox's eIDAS node: connector, proxy service and national identity provider in one, with invented people.

Written on lxml and xmlsec alone and without any code of the login: two sides that share code hide each other's
mistakes. Outside the sandbox it refuses to start.
"""
