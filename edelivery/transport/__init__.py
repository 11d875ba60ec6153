"""How packed bytes reach another access point and its answer comes back."""
