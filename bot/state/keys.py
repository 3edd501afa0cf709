"""Opaque keys for people: what is kept says that someone did it once, and not who.

A key is made anew for each thing it stands beside: a person's feedback on one passage cannot be linked to their
feedback on another, nor to a message or a topic. Whoever holds the database without the secret learns nothing from a
key; whoever knows a person's id and the secret can find what is theirs, which is what deleting it takes.
"""

import hmac

KEY_BYTES = 16
SECRET_BYTES = 32


class AskerKeys:
    """Makes the keys of people from one secret of 32 bytes."""

    def __init__(self, secret: bytes) -> None:
        if len(secret) != SECRET_BYTES:
            raise ValueError(f"the secret has {len(secret)} bytes instead of {SECRET_BYTES}")
        self._secret = secret

    def of_feedback(self, person: int, build_id: str, passage_id: str) -> bytes:
        """Return the key beside a person's feedback on one passage of one build."""
        return self._key("feedback", build_id, passage_id, str(person))

    def of_gap(self, person: int, salt: bytes, topic: str) -> bytes:
        """Return the key beside a topic; it cannot be made again once the period's salt is destroyed."""
        return self._key("gap", salt.hex(), topic, str(person))

    def of_message(self, person: int, message_id: int) -> bytes:
        """Return the key beside a message that belongs to a person."""
        return self._key("message", str(message_id), str(person))

    def _key(self, *parts: str) -> bytes:
        # Lengths go first, so that no two lists of parts are written alike.
        text = "".join(f"{len(part.encode())}:{part}" for part in parts)
        return hmac.digest(self._secret, text.encode(), "sha256")[:KEY_BYTES]
