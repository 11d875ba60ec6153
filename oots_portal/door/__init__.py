"""The door's start page: what runs here and where everything is."""
