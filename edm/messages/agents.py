"""Authorities as `sdg:Agent`: whole in a collection, with identifier and names only where one stands alone."""

from dataclasses import dataclass

from edm.errors import CorrespondentFault
from edm.regrep.namespaces import Element, named
from edm.regrep.reading import localised, required, required_attribute, required_text
from edm.regrep.values import cleaned
from edm.regrep.writing import attribute, child, localised_children
from edm.vocabulary.parties import Authority, ParticipantId

REQUESTER = "ER"
PROVIDER = "EP"
INTERMEDIARY = "IP"
ERROR_PROVIDER = "ERRP"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentRules:
    """The rules an agent of one slot breaks; the address is required where a rule asks for it."""

    scheme: str
    language: str | None = None
    address: str | None = None
    identity: str = "CH-4.5.1-c"


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionRules:
    """The rules a collection of agents breaks: exactly one leads, the others are intermediaries."""

    classification: str
    count: str
    unclassified: str
    misclassified: str


def write_agent(parent: Element, authority: Authority, classification: str | None = None) -> None:
    """Address and classification travel together: a lone agent has neither."""
    agent = child(parent, "sdg:Agent")
    write_identity(agent, authority)
    if classification is None:
        return
    if authority.country:
        child(child(agent, "sdg:Address"), "sdg:AdminUnitLevel1", authority.country)
    child(agent, "sdg:Classification", classification)


def write_identity(agent: Element, authority: Authority) -> None:
    attribute(child(agent, "sdg:Identifier", authority.identifier.value), "schemeID", authority.identifier.scheme)
    localised_children(agent, "sdg:Name", authority.names)


def read_agent(agent: Element, rules: AgentRules) -> Authority:
    """The country is empty where the chapter has no address."""
    identifier = required(agent, "sdg:Identifier", rule=rules.identity)
    return Authority(
        identifier=ParticipantId(
            required_text(agent, "sdg:Identifier", rule=rules.identity),
            required_attribute(identifier, "schemeID", rule=rules.scheme),
        ),
        names=localised(agent, "sdg:Name", rule=rules.identity, language_rule=rules.language),
        country=_country(agent, rules),
    )


def _country(agent: Element, rules: AgentRules) -> str:
    country = cleaned(agent.findtext(f"{named('sdg:Address')}/{named('sdg:AdminUnitLevel1')}"))
    if not country and rules.address is not None:
        raise CorrespondentFault("The address of the agent names no country.", rule=rules.address)
    return country


def divide(agents: list[Element], rules: CollectionRules) -> tuple[Element, list[Element]]:
    """The one agent that leads and the intermediaries that act for it."""
    leading, intermediaries = [], []
    for agent in agents:
        classification = required_text(agent, "sdg:Classification", rule=rules.unclassified)
        if classification == rules.classification:
            leading.append(agent)
        elif classification == INTERMEDIARY:
            intermediaries.append(agent)
        else:
            raise CorrespondentFault("An agent is classified as its slot does not allow.", rule=rules.misclassified)
    if len(leading) != 1:
        raise CorrespondentFault(f"{len(leading)} agents are classified {rules.classification}.", rule=rules.count)
    return leading[0], intermediaries
