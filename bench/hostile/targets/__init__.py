"""What is attacked, one module for each part of the program; each says what must hold for whatever it is given."""
