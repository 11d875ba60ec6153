"""Who the access points are: from a table today, from an SMP where a country runs one (reference 15.9)."""
