"""Access points a message can be handed to: our own; an existing Domibus or Harmony would be another adapter."""
