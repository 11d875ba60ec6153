"""The pages, in the order in which a citizen meets them."""
