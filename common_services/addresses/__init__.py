"""Where the directory of a country answers, and whose signature counts there: a port with its adapters (chapter 3.4)."""
