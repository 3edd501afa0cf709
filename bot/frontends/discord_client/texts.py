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

HELP = (
    "Ask in your own words and I look for passages that answer, with their sources. "
    "If I find none, I say so; that never means that something is safe."
)
COMMANDS = {
    "/ask": "ask about kratom; with `private` only you see the answer",
    "/crisis": "emergency numbers and crisis lines, by country",
    "/about": "what I answer from, and how well",
    "/help": "this text",
}
MODERATOR_COMMANDS = {
    "/corpus status": "which build answers, and whether the corpus changed since",
    "/corpus reload": "read the corpus again, check it and make it live",
}
PRIVACY = "I do not keep or log the text of questions."
