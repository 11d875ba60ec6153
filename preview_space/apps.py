from django.apps import AppConfig


class PreviewSpaceConfig(AppConfig):
    name = "preview_space"
