"""The steps of a message: sent, judged and settled on one side; received, stored and delivered on the other."""
