"""The directory's tables as staff edit them."""

from django.contrib import admin

from data_service_directory.models import AccessService, Coverage, DataService, Distribution, Publisher, Question


class DistributionInline(admin.TabularInline[Distribution, DataService]):
    model = Distribution
    extra = 1


class CoverageInline(admin.TabularInline[Coverage, Publisher]):
    model = Coverage
    extra = 0
    autocomplete_fields = ("question",)


@admin.register(DataService)
class DataServiceAdmin(admin.ModelAdmin[DataService]):
    list_display = ("__str__", "level_of_assurance", "evidence_type", "owner")
    list_filter = ("owner", "level_of_assurance")
    search_fields = ("titles", "descriptions", "identifier", "evidence_type")
    autocomplete_fields = ("questions",)
    inlines = (DistributionInline,)


@admin.register(Publisher)
class PublisherAdmin(admin.ModelAdmin[Publisher]):
    list_display = ("__str__", "identifier", "scheme", "owner")
    list_filter = ("country", "owner")
    search_fields = ("names", "identifier")
    inlines = (CoverageInline,)


@admin.register(AccessService)
class AccessServiceAdmin(admin.ModelAdmin[AccessService]):
    list_display = ("party_id", "party_type", "publisher", "conforms_to", "owner")
    list_filter = ("owner",)
    search_fields = ("party_id", "publisher__identifier", "names")
    autocomplete_fields = ("publisher", "data_services")


@admin.register(Question)
class QuestionAdmin(admin.ModelAdmin[Question]):
    list_display = ("__str__", "type", "owner")
    list_filter = ("owner", "type")
    search_fields = ("texts", "identifier")
