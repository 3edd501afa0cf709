"""Which answer belongs to whom."""

import hmac
from datetime import date

from sqlalchemy import Connection, delete, insert, select

from bot.state.keys import AskerKeys
from bot.state.models import PersonId, check_token
from bot.storage.database import Database
from bot.storage.tables import answer_messages


class StoredMessages:
    """Satisfies `MessageRepository`."""

    def __init__(self, database: Database, keys: AskerKeys) -> None:
        self._database = database
        self._keys = keys

    def remember(self, message_id: int, person: PersonId, receipt: str, today: date) -> None:
        """Note whose answer a message is, and its receipt."""
        row = {
            "message_id": message_id,
            "asker_key": self._keys.of_message(person, message_id),
            "receipt": check_token(receipt, "a receipt"),
            "made_on": today,
        }

        def work(connection: Connection) -> None:
            connection.execute(delete(answer_messages).where(answer_messages.c.message_id == message_id))
            connection.execute(insert(answer_messages).values(row))

        self._database.write(work)

    def receipt(self, message_id: int) -> str | None:
        """Return the receipt of a message; None where it is not known, or no longer."""
        query = select(answer_messages.c.receipt).where(answer_messages.c.message_id == message_id)
        return self._database.read(lambda connection: connection.execute(query).scalar_one_or_none())

    def belongs_to(self, message_id: int, person: PersonId) -> bool:
        """Tell whether a message is known to be the answer to this person."""
        query = select(answer_messages.c.asker_key).where(answer_messages.c.message_id == message_id)
        key = self._database.read(lambda connection: connection.execute(query).scalar_one_or_none())
        return key is not None and hmac.compare_digest(key, self._keys.of_message(person, message_id))

    def forget(self, message_id: int) -> bool:
        """Remove what is known of a message; tell whether there was anything."""
        query = delete(answer_messages).where(answer_messages.c.message_id == message_id)
        return self._database.write(lambda connection: connection.execute(query).rowcount > 0)
