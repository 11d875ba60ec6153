"""Cross-border login with a national digital identity (TDD chapter 2).

`service_provider` asks an eIDAS node who the citizen is and believes only what that node signed for this very request.
`mock_node` is the sandbox's node. The two share no code: one error would hide in both.
"""
