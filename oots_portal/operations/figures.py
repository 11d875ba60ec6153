"""What `/metrics` counts; nothing in it names a person."""

from collections.abc import Iterator

from django.db.models import Count

from edelivery.service import message_counts
from evidence_exchange.models import Exchange


def as_prometheus() -> str:
    return "\n".join([*_exchanges(), *_messages()]) + "\n"


def _exchanges() -> Iterator[str]:
    yield "# HELP oots_exchanges Exchanges by side and state."
    yield "# TYPE oots_exchanges gauge"
    for row in Exchange.objects.values("side", "state").annotate(count=Count("pk")).order_by("side", "state"):
        yield f'oots_exchanges{{side="{row["side"]}",state="{row["state"]}"}} {row["count"]}'


def _messages() -> Iterator[str]:
    yield "# HELP oots_messages AS4 messages by direction and state."
    yield "# TYPE oots_messages gauge"
    for direction, state, count in message_counts():
        yield f'oots_messages{{direction="{direction}",state="{state}"}} {count}'
