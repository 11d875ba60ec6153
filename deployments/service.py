"""The running deployment and what it stands on; one of each per process."""

from functools import cache
from pathlib import Path

from django.conf import settings

from deployments.blobs.base import BlobStore
from deployments.blobs.files import FileBlobStore
from deployments.clock import Clock, SystemClock
from deployments.identifiers import Identifiers, RandomIdentifiers
from deployments.keys import KeyStore
from deployments.model import Deployment
from deployments.outbound import OutboundClient
from deployments.sealing import Sealer, sealer_of


def deployment() -> Deployment:
    described: Deployment = settings.DEPLOYMENT
    return described


def state_folder() -> Path:
    folder: Path = settings.STATE
    return folder


def sealer() -> Sealer:
    return sealer_of(state_folder())


@cache
def keys() -> KeyStore:
    return KeyStore(state_folder() / "keys", may_create=settings.OOTS["MAY_CREATE_KEYS"], rsa_bits=settings.OOTS["RSA_BITS"])


@cache
def blobs() -> BlobStore:
    return FileBlobStore(state_folder() / "blobs", sealer())


@cache
def clock() -> Clock:
    return SystemClock()


@cache
def identifiers() -> Identifiers:
    return RandomIdentifiers()


def trust_files() -> tuple[Path, ...]:
    """Extra TLS authorities: our own of the sandbox, and those of imported partners."""
    return tuple(sorted((state_folder() / "trust").glob("*.pem")))


def outbound() -> OutboundClient:
    """A client that trusts the authorities known now; rebuilt when a partner was imported."""
    return _outbound(trust_files())


@cache
def _outbound(files: tuple[Path, ...]) -> OutboundClient:
    return OutboundClient(deployment(), trust_files=files)
