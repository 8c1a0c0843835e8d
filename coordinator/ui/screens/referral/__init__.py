"""One referral: what was asked, screening, and the chair's decision with its reason."""
