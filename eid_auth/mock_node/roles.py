"""Why one would choose a persona: a tag and a sentence, in the reader's language."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Role:
    """What a persona shows."""

    tag: str | Promise
    why: str | Promise


ROLES = {
    "everything-works": Role(_("Everything works"), _("Has a degree in several registers. Letters: ü and ß.")),
    "other-script": Role(_("Name in two scripts"), _("Greek letters, born on a leap day. Germany knows this person but holds no degree.")),
    "weak-login": Role(_("Weak login"), _("Below the strength that every register demands.")),
    "in-no-register": Role(_("In no register"), _("No public office knows this person.")),
    "two-records": Role(_("Two records"), _("Two people of this name and birth date are in the German register.")),
    "somebody-else": Role(_("Changes identity"), _("The second login in the same browser answers as another person.")),
}
