"""Registered so that Django finds this package's tables."""

from django.apps import AppConfig


class SemanticRepositoryConfig(AppConfig):
    name = "semantic_repository"
    verbose_name = "Semantic Repository"
