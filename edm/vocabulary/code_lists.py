"""A closed list written as the chapters print it: codes with blanks between them."""


def codes(listed: str) -> frozenset[str]:
    return frozenset(listed.split())
