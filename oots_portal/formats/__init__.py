"""How moments are written where pages do not say it themselves: in the administration, to the second."""
