"""What happened, who did it, what people disagree about, what may be taken back."""
