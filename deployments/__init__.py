"""What one installation is and stands on.

`NAME.toml` names the environment, the Member States this installation plays and where its partners are;
`reader` turns it into the values of `model` and names every fault at once. Beside it live the things every
floor above needs from the outside: clock, identifiers, keys, encrypted blobs and the one outbound HTTP door.
"""
