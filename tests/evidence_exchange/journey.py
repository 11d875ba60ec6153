"""A citizen's way through an exchange, as the pages of both countries walk it."""

from datetime import timedelta
from uuid import UUID

from evidence_exchange import service
from evidence_exchange.models import Exchange
from evidence_exchange.provider import service as preview_space
from exchange_log.service import timeline
from tests.evidence_exchange.factories import wish

BROWSER = "browser-key-of-the-citizen"


class Journey:
    def __init__(self, clock, commits):
        self.clock = clock
        self._commits = commits

    def run(self, act, *arguments, **named):
        """Acts, then lets the background do what that woke."""
        with self._commits(execute=True):
            return act(*arguments, **named)

    def ask(self, *arguments, **named) -> UUID:
        return self.run(service.open_exchange, wish(*arguments, **({"confirmed_at": self.clock.now()} | named)))

    def travel(self, exchange_id: UUID) -> str:
        """Presses continue; the token of the preview link."""
        return self.run(service.continue_to_preview, exchange_id).rpartition("/")[2]

    def look(self, token: str, browser: str = BROWSER):
        return self.run(preview_space.open_preview, token, browser, self.clock.now())

    def decide(self, token: str, accepted=None, browser: str = BROWSER):
        if accepted is None:
            accepted = frozenset(piece.id for piece in self.look(token, browser).pieces)
        return self.run(preview_space.decide, token, browser, frozenset(accepted), self.clock.now())

    def approve(self, *arguments, **named) -> UUID:
        exchange_id = self.ask(*arguments, **named)
        self.decide(self.travel(exchange_id))
        return exchange_id

    def wait(self, **duration):
        self.clock.advance(timedelta(**duration))
        self.run(service.sweep, self.clock.now())

    def state(self, exchange_id: UUID) -> str:
        return service.summary(exchange_id).state

    def asked(self, exchange_id: UUID) -> Exchange:
        return Exchange.objects.asked().get(exchange_id=exchange_id)

    def provided(self, exchange_id: UUID) -> Exchange:
        return Exchange.objects.answered_by_us().get(exchange_id=exchange_id)

    def events(self, exchange_id: UUID, side: str) -> list[str]:
        return [entry.event for entry in timeline(exchange_id) if entry.side == side]
