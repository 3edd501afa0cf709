"""What the Discord front end says by itself. Nothing here states a fact about kratom; those come from passages."""

BUSY = (
    "Many people are asking at this moment, so I cannot take another question. Please ask again in a minute. "
    "`/crisis` always answers."
)
TIMEOUT = "This took too long, so I gave up on it. Please ask again. `/crisis` always answers."
STOPPING = "I am being restarted. Please ask again in a minute."
FAILED = (
    "Something went wrong on my side. Please try again; if it happens again, tell a moderator this number: `{number}`."
)
NOT_MODERATOR = (
    "This command is for members who may manage the server, and for the moderator roles set by whoever runs this bot."
)
ONLY_IN_SERVERS = "This command works only in a server."
COMMAND_CHANGED = "This command has changed. Please close Discord, open it again and try once more."

ABOUT = (
    "I answer questions about kratom with passages from reviewed articles, word for word, each sentence with its "
    "source. Nothing is written by a language model. Where I have no passage that answers, I say so. "
    "I am no substitute for a doctor or pharmacist."
)
NOT_MEASURED = "How often this build answers rightly was not measured: it came with too few test questions."
NO_INDEX = "No index of passages is open, so I can only show crisis lines and say what I do not help with."

NOT_A_RECEIPT = (
    "This is not a receipt of mine. It starts with K1- and stands in small letters under an answer: copy it whole."
)
RECEIPT_GONE = (
    "The corpus version that this answer was given from is no longer kept, so I cannot show it again. "
    "Please ask once more with `/ask`."
)
AS_GIVEN = "This is the answer as it was given on {day}. It may be out of date: `/ask` gives the one of today."
SINCE_REMOVED = "**Removed from the corpus since then, so do not rely on it:** {passages}"
SINCE_CHANGED = "**Changed in the corpus since then:** {passages}"
PASSAGE_GONE = (
    "What this showed is no longer in the live corpus in that form: it was changed or withdrawn. "
    "Please ask once more with `/ask`, or look through `/topics`."
)
WITHDRAWN = (
    "Moderators have withdrawn a passage of this answer since it was given, so I do not show it again. "
    "Please ask once more with `/ask`, or look through `/topics`."
)
NOTHING_FURTHER = "I have no more passages near this answer. `/topics` shows all that I have."
TOPIC_GONE = "This topic or article is no longer in the live corpus. `/topics` starts anew."
NO_PLACE = (
    "I have no record of the law in that place. That says nothing about what the law is there. "
    "Choose one from the list that `/legal` shows while you type, or check with an official source."
)
NO_SUBSTANCE = (
    "I have no record of that together with kratom. {no_data} "
    "Choose one from the list that `/interaction` shows while you type, or ask a pharmacist."
)
NO_SOURCE = "I have no source with that id. Choose one from the list that `/source` shows while you type."
DID_YOU_MEAN = "Did you mean one of these?"
MORE_SOURCES = "Further sources, for `/source`: {ids}"
NO_SOURCES_SHOWN = "That reply names no sources."
MAP = "**The states at a glance**, from my record of each; `/legal` with a state shows its passage and sources."
MAP_IMAGE_MISSING = "The picture of the map could not be drawn; the text above holds all that it shows."
TOPICS = "**{title}** ({total}). Choose one; what you open are passages with their sources."
TOPICS_PAGE = "Page {page} of {pages}."
MENU_HINT = {
    "topic": "Choose a topic",
    "article": "Choose an article",
    "passage": "Choose a passage",
    "citing": "Read a passage that cites it",
}
MORE, SOURCES, FOLLOW_UP, SHARE = "More passages", "Sources", "Ask a follow-up", "Share"
BACK, EARLIER, LATER = "Back", "Earlier", "Later"
SHARED = "<@{user}> shows you an answer:"
NOT_YOURS_TO_SHARE = "Only your own private answers can be shared, by you."
MAY_NOT_WRITE = "You may not write in this channel, so I do not post your answer here."
ANSWER_MENU = "Answer with sources"
FORM_TITLE = "Ask a follow-up"
FORM_LABEL = "Your question"
FORM_HINT = "For example: what about with alcohol?"
MAY_NOT_SPEAK = (
    "You asked me something in {channel}, where I may not reply. I would need the permissions *View Channel*, "
    "*Send Messages* (in a thread: *Send Messages in Threads*). Ask me here, or use `/ask` there."
)

HELP = (
    "Ask in your own words and I look for passages that answer, with their sources. "
    "If I find none, I say so; that never means that something is safe. You can also mention me with a question, write "
    "to me in a direct message, or choose *Apps*, *Answer with sources* in the menu of any message."
)
COMMANDS = {
    "/ask": "ask about kratom; with `private` only you see the answer",
    "/legal": "the law in a place, and when it was last checked; for the United States with a map",
    "/interaction": "kratom with a medicine, drug, drink or supplement",
    "/topics": "look through all topics, articles and passages",
    "/source": "everything about a source, and where it is cited",
    "/crisis": "emergency numbers and crisis lines, by country",
    "/receipt": "show an answer again, by the receipt under it",
    "/about": "what I answer from, and how well",
    "/help": "this text",
}
MODERATOR_COMMANDS = {
    "/corpus status": "which build answers, and whether the corpus changed since",
    "/corpus check": "every problem of the corpus, as a file",
    "/corpus preview": "what a reload would change, and which answers with it; changes nothing",
    "/corpus reload": "read the corpus again, check it and make it live",
    "/corpus rollback": "answer from an earlier build, until the next reload",
    "/corpus add": "add an article from a file, as unreviewed, once you have seen what it changes",
    "/corpus remove": "take an added article away",
}
TAKES_LONG = "This takes long. If it takes more than 15 minutes in all, I write you the result as a direct message."
PREVIEWED = (
    "`/corpus reload` makes it live. The attached file names every change and every question with another reply."
)
REGRESSED = (
    "What needs a crisis card or a refusal must never get less, so nobody can override this here. Mend the corpus: put "
    "back what was taken out of its folder `triage`, or reword or take out the passages that were added or changed. "
    "Then use `/corpus preview` again."
)
ROLLED_BACK = (
    "It stays so, also after a restart, until the next `/corpus reload`. Notices and crisis lines are still those of "
    "the corpus folder, and what was withdrawn stays withdrawn. To keep a passage out for good, use `/corpus withdraw`."
)
IS_ROLLED_BACK = (
    "**Rolled back** from build `{left}`, since {day} UTC. `/corpus reload` leaves this, and uses the corpus."
)
NONE_BLOCK = "None of them keeps it from being reloaded."
NOT_FROM_DISCORD = "This file does not come from Discord, so I do not open it. Attach it to the command again."
NOT_OPENED = "The file could not be opened at Discord. Attach it again."
ADD_CONFIRM, ADD_CANCEL = "Add it, as unreviewed", "Cancel"
ADD_WAITS = (
    "**Nothing is added yet.** Only you can confirm, within 30 minutes. It is then shown as unreviewed wherever it is "
    "quoted. A sentence without a source that the corpus knows keeps its whole passage from being quoted."
)
ADD_CANCELLED = "Cancelled: nothing was added."
ADD_NOT_YOURS = "Only the moderator who attached this article can confirm or cancel it."
ADDED_NOT_LIVE = (
    "The article is kept, and not answered from yet. `/corpus reload` tries again, `/corpus remove` takes it away."
)
REMOVED_NOT_LIVE = (
    "The article is taken away, and the build that answers still has it. `/corpus withdraw` stops it at once, "
    "`/corpus reload` tries again."
)
NO_SUCH_ADDED = "There is no added article with that id. Choose one from the list that `/corpus remove` shows."
PRIVACY = (
    "I do not keep or log the text of questions. For a follow-up I hold your last question in memory for ten minutes, "
    "and nowhere else."
)
