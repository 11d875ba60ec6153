"""The grammar of every OOTS document: OASIS ebXML RegRep 4.0 (EDM reference 1.1, 1.2).

Read by namespace address, never by prefix; written with the prefixes of the reference, which some rules compare.
"""
