"""The adapters this installation uses, by dotted path in `settings.OOTS`."""

from functools import cache
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string

from edelivery.gateways.base import Gateway
from edelivery.resolvers.base import PartyResolver
from edelivery.transport.base import Transport


def gateway() -> Gateway:
    """Our corner of the network."""
    made: Gateway = _adapter(settings.OOTS["GATEWAY"])
    return made


def transport() -> Transport:
    """How bytes reach another access point."""
    made: Transport = _adapter(settings.OOTS.get("TRANSPORT", "edelivery.transport.http.HttpTransport"))
    return made


def resolver() -> PartyResolver:
    """Who the other access points are."""
    made: PartyResolver = _adapter(settings.OOTS.get("PARTY_RESOLVER", "edelivery.resolvers.table.TableResolver"))
    return made


@cache
def _adapter(path: str) -> Any:  # noqa: ANN401 - each caller knows which port it asked for
    return import_string(path)()
