"""`make eval`: ask labelled questions of the real answering core and say how good the replies are."""
