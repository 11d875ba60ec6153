"""Django settings: `base` for all, `demo` for one machine, `production` for a country, `test` for tests."""
