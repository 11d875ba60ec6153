"""Speed and memory: absolutes and ratios, measured in one run, each with its bound."""
