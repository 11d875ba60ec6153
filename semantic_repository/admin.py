"""What is published under Semantic Repository addresses."""

from django.contrib import admin

from semantic_repository.models import Asset


@admin.register(Asset)
class AssetAdmin(admin.ModelAdmin[Asset]):
    list_display = ("__str__", "kind", "owner", "path")
    list_filter = ("kind", "owner")
    search_fields = ("path", "names", "descriptions")
