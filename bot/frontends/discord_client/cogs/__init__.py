"""The commands, one group of them a module; they listen and send, and leave the wording to the modules beside them."""
