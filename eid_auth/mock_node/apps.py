"""Registers the mock node, in the sandbox only."""

from django.apps import AppConfig


class MockNodeConfig(AppConfig):
    name = "eid_auth.mock_node"
    label = "mock_node"
    verbose_name = "Mock eIDAS node"

    def ready(self) -> None:
        from deployments.service import deployment
        from edm.errors import WrongConfiguration

        if not deployment().is_sandbox:
            raise WrongConfiguration("The mock eIDAS node is for the sandbox only.")
