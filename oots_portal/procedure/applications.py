"""Opening, resuming and ending an application."""

from uuid import UUID

from django.db.models import QuerySet

from common_services.messages.requirements import Requirement
from deployments.model import MemberState
from deployments.service import clock, identifiers
from oots_portal.procedure.catalogue import procedure_of
from oots_portal.procedure.models import Application, RequiredDocument


def current_application(state: MemberState, person_index: str) -> Application | None:
    """The application this person has open at this portal."""
    return _open_ones(state, person_index).first()


def resume_or_open(state: MemberState, person_index: str) -> tuple[Application, bool]:
    """The person's open application, and whether it was opened just now."""
    return _open_ones(state, person_index).get_or_create(
        defaults={"reference": identifiers().reference(), "opened_at": clock().now()},
        country=state.country,
        procedure=procedure_of(state).key,
        person_index=person_index,
        submitted_at=None,
        given_up_at=None,
    )


def latest_submitted(state: MemberState, person_index: str) -> Application | None:
    return Application.objects.filter(country=state.country, person_index=person_index, submitted_at__isnull=False).first()


def list_documents(application: Application, requirements: tuple[Requirement, ...]) -> None:
    """Give the application one card per requirement; repeating changes nothing."""
    for position, requirement in enumerate(requirements):
        RequiredDocument.objects.get_or_create(
            application=application,
            requirement_id=requirement_uuid(requirement.identifier),
            defaults={
                "requirement": requirement.identifier,
                "names": dict(requirement.names),
                "descriptions": dict(requirement.descriptions),
                "position": position,
            },
        )


def requirement_uuid(identifier: str) -> UUID:
    """The last part of a requirement's Semantic Repository address."""
    return UUID(identifier.rstrip("/").rsplit("/", 1)[-1])


def remember_place(application: Application, document: RequiredDocument) -> None:
    """Where to go on after an interruption."""
    Application.objects.filter(pk=application.pk).exclude(last_document=document).update(last_document=document)


def submit(application: Application) -> bool:
    """Hand the application in, once; False when that has happened before."""
    return bool(_still_open(application).update(submitted_at=clock().now()))


def give_up(application: Application) -> None:
    """Set the application aside, so that the person can begin afresh."""
    _still_open(application).update(given_up_at=clock().now())


def _still_open(application: Application) -> QuerySet[Application]:
    return Application.objects.filter(pk=application.pk, submitted_at__isnull=True, given_up_at__isnull=True)


def _open_ones(state: MemberState, person_index: str) -> QuerySet[Application]:
    return Application.objects.filter(
        country=state.country,
        procedure=procedure_of(state).key,
        person_index=person_index,
        submitted_at__isnull=True,
        given_up_at__isnull=True,
    )
