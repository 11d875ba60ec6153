"""NUTS codes of regions: a country of the statistics office and up to three places of its subdivision."""

import re

# The edition the rules of line 2.0 read is not known and codes come and go with each, so only the form is judged.
NUTS = re.compile(
    "(AL|AT|BE|BG|CH|CY|CZ|DE|DK|EE|EL|ES|FI|FR|HR|HU|IE|IS|IT|LI|LT|LU|LV|ME|MK|MT|NL|NO|PL|PT|RO|RS|SE|SI|SK|TR|UK)[0-9A-Z]{0,3}"
)
