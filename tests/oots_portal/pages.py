"""Every page a citizen can meet, by name: how to get there, for the tests that look at all of them."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from django.test import Client

from common_services.lookups import LookupState
from evidence_exchange.states import RequesterState
from tests.oots_portal.conftest import CARD, Browser
from tests.oots_portal.twins import Directories, Exchanges, a_piece

Ask = Callable[..., Client]
NOW = datetime.now(UTC)
Way = Callable[[Ask, Client, Exchanges, Directories], Any]


def plain(address: str) -> Way:
    return lambda ask, citizen, exchanges, directories: citizen.get(address)


def stranger(address: str, host: str = "pt.localhost:8443") -> Way:
    return lambda ask, citizen, exchanges, directories: Browser(host).get(address)


def posted(address: str, **data: str) -> Way:
    return lambda ask, citizen, exchanges, directories: citizen.post(address, data)


def chosen(country: str, page: str) -> Way:
    def way(ask: Ask, citizen: Client, exchanges: Exchanges, directories: Directories) -> Any:
        citizen.post(f"{CARD}/country", {"choice": country})
        return citizen.get(f"{CARD}/{page}")

    return way


def requested(country: str, which: str) -> Way:
    def way(ask: Ask, citizen: Client, exchanges: Exchanges, directories: Directories) -> Any:
        citizen.post(f"{CARD}/country", {"choice": country})
        citizen.post(f"{CARD}/which", {"choice": which})
        return citizen.get(f"{CARD}/request")

    return way


def silent(state: LookupState, page: str) -> Way:
    def way(ask: Ask, citizen: Client, exchanges: Exchanges, directories: Directories) -> Any:
        directories.state = state
        return citizen.get(f"{CARD}/{page}")

    return way


def stands(page: str, state: RequesterState, country: str = "DE", which: str = "DE-1", **facts: Any) -> Way:
    def way(ask: Ask, citizen: Client, exchanges: Exchanges, directories: Directories) -> Any:
        client = ask(country, which)
        exchange = exchanges.move(state, **facts)
        if exchange.exchange_id in exchanges.received:
            exchanges.received[exchange.exchange_id] += (a_piece(role="Translation", title="Translation", language="EN"),)
        return client.get(page if page.startswith("/") else f"{CARD}/{page}", follow=True)

    return way


def submitted(ask: Ask, citizen: Client, exchanges: Exchanges, directories: Directories) -> Any:
    client = ask()
    exchanges.move(RequesterState.DELIVERED)
    return client.post("/check", follow=True)


S = RequesterState
PAGES: dict[str, Way] = {
    "start": plain("/"),
    "checklist": plain("/what-you-need"),
    "forecast": plain("/what-you-need?country=DE&country=FR&country=EE&country=BG"),
    "sign-in": stranger("/sign-in"),
    "sign-in-error": posted("/sign-in"),
    "handover": posted("/sign-in", choice="DE"),
    "login-failed": posted("/login/acs"),
    "upload-instead": stranger("/upload-instead"),
    "you": plain("/you"),
    "documents": plain("/documents"),
    "country": plain(f"{CARD}/country"),
    "country-error": posted(f"{CARD}/country"),
    "which-one": chosen("DE", "which"),
    "which-alternatives": chosen("EE", "which"),
    "which-together": chosen("FR", "which"),
    "no-match": chosen("BG", "which"),
    "request": requested("DE", "DE-1"),
    "request-together": requested("FR", "FR-1-2"),
    "waiting": stands("waiting", S.SENT),
    "waiting-your-turn": stands("waiting", S.PREVIEW_REQUIRED),
    "waiting-in-preview": stands("waiting", S.PREVIEW_OPEN),
    "waiting-returned": stands("waiting", S.PREVIEW_OPEN, returned_at=NOW),
    "waiting-next": stands("waiting", S.DELIVERED, "FR", "FR-1-2"),
    "leaving": stands("leaving", S.PREVIEW_REQUIRED),
    "leaving-again": stands("leaving", S.PREVIEW_OPEN),
    "hub-your-turn": stands("/documents", S.PREVIEW_REQUIRED),
    "hub-attached": stands("/documents", S.DELIVERED),
    "hub-failed": stands("/documents", S.REFUSED),
    "result": stands("result", S.DELIVERED),
    "declined": stands("result", S.DECLINED),
    "nothing-found": stands("result", S.NOTHING_FOUND),
    "later": stands("result", S.DEFERRED, deferred_until=NOW),
    "not-matched": stands("result", S.REFUSED, error_code="EDM:ERR:0004", error_detail="no unique match"),
    "time-ran-out": stands("result", S.TIMED_OUT, preview_host="de.localhost:8443"),
    "no-answer": stands("result", S.TIMED_OUT),
    "unreachable": stands("result", S.UNDELIVERABLE),
    "office-broken": stands("result", S.REFUSED, error_code="EDM:ERR:0008"),
    "not-sent": stands("result", S.REJECTED_LOCALLY),
    "upload": plain(f"{CARD}/upload"),
    "upload-error": posted(f"{CARD}/upload"),
    "check": plain("/check"),
    "check-complete": stands("/check", S.DELIVERED),
    "submitted": submitted,
    "return-unknown": stranger("/return/never-issued"),
    "directory-pending": silent(LookupState.PENDING, "country"),
    "directory-failed": silent(LookupState.FAILED, "country"),
    "privacy": stranger("/privacy"),
    "accessibility": stranger("/accessibility"),
    "not-found": stranger("/no-such-page"),
    "provider-home": stranger("/", "de.localhost:8443"),
    "preview-unknown": stranger("/preview/never-issued", "de.localhost:8443"),
    "preview-privacy": stranger("/preview/privacy", "de.localhost:8443"),
    "preview-accessibility": stranger("/preview/accessibility", "de.localhost:8443"),
}
