"""Is it alive, can it work, how much did it do: for whoever runs the platform."""
