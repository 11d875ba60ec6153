"""The Procedures list: the procedures of Annex II of the regulation (EDM reference 1.6)."""

from edm.vocabulary.code_lists import codes

TEST_PROCEDURE = "00"

PROCEDURES = codes(
    """
    R1 S1 T1 T2 T3 U1 U2 U3 U4 V1 V2 V3 V4 V5 W1 W2 X1 X2 X3 X4 X5 X6 X7 X9 X10 X11 AK1 AL1 AM1
    """
)
ACCEPTED_PROCEDURES = PROCEDURES | {TEST_PROCEDURE}
