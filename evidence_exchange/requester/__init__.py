"""The side that asks: explicit request, first and second request, answer."""
