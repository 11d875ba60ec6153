"""The tables of an exchange: no plain column says who the citizen is."""

from evidence_exchange.models.exchange import Exchange
from evidence_exchange.models.piece import EvidencePiece
from evidence_exchange.models.preview import FrozenPiece, Preview
from evidence_exchange.models.redirection import Redirection
from evidence_exchange.models.requests import ReceivedRequest, SentRequest
from evidence_exchange.models.subject import Subject

__all__ = ["EvidencePiece", "Exchange", "FrozenPiece", "Preview", "ReceivedRequest", "Redirection", "SentRequest", "Subject"]
