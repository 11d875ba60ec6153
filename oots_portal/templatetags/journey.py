"""Tags of the procedure's pages."""

from collections.abc import Mapping

from django import template
from django.template import Context
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from common_services.messages.evidence_types import EvidenceType
from oots_portal.procedure.cards import Card, CardState
from oots_portal.procedure.directories import Office
from preview_space.thread import Leg, Stop, Thread

register = template.Library()

HOME_STOPS = (("prepare", _("Prepare")), ("sign_in", _("Sign in")), ("documents", _("Your documents")))
RETURN_STOPS = (("check", _("Check")), ("send", _("Send")))
ORDER = ("prepare", "sign_in", "documents", "check", "send", "done")
TAGS: dict[CardState, tuple[str, str | Promise]] = {
    CardState.NOT_STARTED: ("off", _("Not started")),
    CardState.CHOOSING: ("off", _("Not asked yet")),
    CardState.ASKING: ("way", _("Asking")),
    CardState.YOUR_TURN: ("turn", _("Your turn")),
    CardState.IN_PREVIEW: ("way", _("Waiting for your choice")),
    CardState.ON_ITS_WAY: ("way", _("On its way")),
    CardState.ATTACHED: ("ok", _("Attached")),
    CardState.UPLOADED: ("ok", _("Uploaded")),
    CardState.NOTHING_FOUND: ("none", _("Nothing found")),
    CardState.DECLINED: ("none", _("You chose not to send it")),
    CardState.LATER: ("later", _("Available later")),
    CardState.FAILED: ("bad", _("Did not work")),
}


@register.inclusion_tag("parts/thread.html", takes_context=True)
def thread(context: Context, stage: str, abroad: str = "", has_looked: bool = False) -> dict[str, object]:
    """Where the citizen stands in the procedure; `abroad` is the country of the document, once chosen."""
    home = context["origin"].member_state.country
    looked = has_looked or ORDER.index(stage) > ORDER.index("documents")
    legs = (
        Leg(home, _stops(HOME_STOPS, stage)),
        Leg(abroad, (Stop(_("Look and decide"), is_done=looked),)),
        Leg(home, _stops(RETURN_STOPS, stage)),
    )
    return {"thread": Thread(legs)}


def _stops(stops: tuple[tuple[str, Promise], ...], stage: str) -> tuple[Stop, ...]:
    now = ORDER.index(stage)
    return tuple(Stop(label, is_done=ORDER.index(name) < now, is_here=name == stage) for name, label in stops)


@register.inclusion_tag("procedure/parts/tag.html")
def card_tag(card: Card) -> dict[str, object]:
    shape, words = TAGS[card.state]
    return {"shape": shape, "words": words}


@register.filter
def ready_count(cards: tuple[Card, ...]) -> int:
    return sum(card.is_ready for card in cards)


@register.filter
def sole_offices(wanted: list[tuple[EvidenceType, tuple[Office, ...]]]) -> list[Mapping[str, str]]:
    """The names of the offices that need no choosing, each once."""
    names = {offices[0].provider_id: offices[0].access_service.publisher.names for _kind, offices in wanted if len(offices) == 1}
    return list(names.values())
