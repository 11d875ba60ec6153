"""What `/metrics` counts; nothing in it names a person."""

from collections.abc import Iterable, Iterator

import edelivery.service
import evidence_exchange.service


def as_prometheus() -> str:
    return (
        "\n".join(
            [
                *_gauge("oots_exchanges", "Exchanges by side and state.", ("side", "state"), evidence_exchange.service.exchange_counts()),
                *_gauge(
                    "oots_messages", "AS4 messages by direction and state.", ("direction", "state"), edelivery.service.message_counts()
                ),
            ]
        )
        + "\n"
    )


def _gauge(name: str, words: str, labels: tuple[str, str], counts: Iterable[tuple[str, str, int]]) -> Iterator[str]:
    yield f"# HELP {name} {words}"
    yield f"# TYPE {name} gauge"
    for first, second, count in counts:
        yield f'{name}{{{labels[0]}="{first}",{labels[1]}="{second}"}} {count}'
