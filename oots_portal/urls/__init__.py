"""One URL configuration per kind of origin; `oots_portal.middleware` chooses."""
