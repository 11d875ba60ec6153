"""What the directories are asked and answer, in the 2.0 shape (common-services chapters 2 to 7)."""
