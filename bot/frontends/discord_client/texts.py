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
    "This command is for members who may manage the server, and for the moderator roles set in `/settings` or by "
    "whoever runs this bot."
)
NOT_MANAGER = "Only members who may manage the server (Discord's permission *Manage Server*) change its settings."
NOT_HOME = (
    "What I answer from is one for all servers, so it can be changed only from the servers that whoever runs this bot "
    "has named. They add this server's id to `KRATOM_DISCORD__HOME_SERVER_IDS` and start me again; until then, nothing "
    "here changes it. You can look: `/corpus status`, `/corpus stale`, `/corpus gaps`, `/corpus feedback`."
)
STATE_TROUBLE = "What I keep between runs cannot be read or written now. `/diagnose` says why, and what to do."
WITHDREW = (
    "**Withdrawn:** {title} (`{id}`). {count} no longer shown, in all servers, from this moment on, also by open "
    "buttons and receipts. To undo it: `/corpus restore subject:{id}`"
)
NOTHING_WITHDRAWN = "Nothing was withdrawn."
ALREADY_WITHDRAWN = (
    "`{id}` is already withdrawn, so nothing changed. `/corpus stale` lists what is; to undo it: "
    "`/corpus restore subject:{id}`"
)
NO_SUCH_SUBJECT = "Nothing was withdrawn: the live corpus has no passage and no article with that id."
RESTORED = "**Restored:** {title} (`{id}`). {count} may be shown again, in all servers, from this moment on."
STILL_NOT_SHOWN = (
    "That is none, because the live corpus does not hold it, or because its article, or each of its passages, is "
    "withdrawn too: see `/corpus stale`."
)
NOT_WITHDRAWN = "Nothing changed: nothing with that id is withdrawn. `/corpus stale` lists what is."
HOLDS_UNCOPIED = (
    "**It is in force, but** a copy of the list beside the database could not be written: {reason}. Until it is, the "
    "terminal, and I after a start with a damaged database, go by the older list."
)
NOT_SAVED = "**Nothing changed**, because it could not be saved: {reason}. `/diagnose` says more."
FEEDBACK_HINT = "Read a passage"
FEEDBACK_GONE = "Nobody's feedback on this passage is kept any more. `/corpus feedback` lists what is."
FEEDBACK_NOT_SHOWN = "This passage is not shown any more: it was changed, removed or withdrawn."
FEEDBACK_WITHDRAW = "To take it out of use at once: `/corpus withdraw subject:{id}`. People see it like this:"
NEWEST, EARLIER_ACTS = "Newest", "Older"
UNKNOWN_CHOICE = "What was chosen is not there any more, so nothing changed. `/settings` shows what there is."
SETTINGS_HOW = (
    "Each choice below holds from the next question on. Without channels chosen, I answer in all of them; help in a "
    "crisis is shown everywhere, whatever is set here."
)
NOT_EVERYONE = "Everyone has the role *everyone*, so it cannot make moderators; I left it out."
CHANNELS_HINT = "Channels in which I answer for all to see"
ROLES_HINT = "Roles that may look after me, besides members who may manage the server"
LANGUAGE_HINT = "Language of notices"
COOLDOWN_HINT = "Pause between two questions of a person"
SWITCHES = {
    ("private", True): "Answer in private",
    ("private", False): "Answer for all to see",
    ("age", True): "Only in age-restricted channels",
    ("age", False): "In all channels, whatever their age limit",
}
SEE_LOG = "whoever runs me sees why in my log"
ONLY_IN_SERVERS = "This command works only in a server."
COMMAND_CHANGED = "This command has changed. Please close Discord, open it again and try once more."

ANY_COUNTRY = "These hold in any country. /crisis with a country shows its own lines, where I know them."
CHECKED_LINES = "Lines in {place}, last checked on {day}."
LINES = "Lines in {place}."

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
HELPFUL, NOT_HELPFUL, DELETE = "Helpful", "Not helpful", "Delete"
SAVED_HELPFUL = "Thank you. I noted that this answer helped. If you change your mind, press the other button."
CHANGED_TO_HELPFUL = "I changed your verdict on this answer to: helpful."
SAVED_NOT_HELPFUL = (
    "Thank you. I noted that this answer did not help. If you like, choose why; if you change your mind, press "
    "*Helpful*."
)
CHANGED_TO_NOT_HELPFUL = "I changed your verdict on this answer to: not helpful. If you like, choose why."
SAVED_REASON = "Thank you. I noted that this answer did not help, with the reason: {reason}."
FEEDBACK_PRIVACY = (
    "-# Kept are the passages shown, your verdict and the day, under a key that is not your name. Your question is not "
    "kept. `/privacy` deletes it."
)
REASONS_HINT = "Why did it not help?"
REASONS = {
    "off-topic": "Not what I asked",
    "wrong": "Wrong",
    "outdated": "Out of date",
    "unclear": "Hard to understand",
    "sources": "Sources do not convince",
    "other": "Another reason",
    "none": "No reason",
}
NOTHING_SAVED = (
    "I cannot save or look up such things at the moment, so nothing was changed. Please try again later. "
    "Asking questions works all the same."
)
NOT_YOURS_TO_DELETE = "Only the person who asked for this answer, and moderators of the server, can delete it."
DELETED = "The answer is deleted."
DELETED_BEFORE = "The answer was deleted already."
ANSWERED_PRIVATELY = "I answered this in private."
PRIVATE_OUTSIDE = "In this server I answer in public only in {channels}, so only you see this."
PRIVATE_HERE = (
    "In this server answers are private at first, so only you see this. *Share* shows it to all, once you have read it."
)
SETTINGS_UNKNOWN = "I cannot read this server's settings at the moment, so only you see this."
NOT_SHARED_HERE = "In this server I do not post answers in this channel, so I leave yours private."
NOT_AGE_RESTRICTED = (
    "In this server I answer only in channels that are marked as age-restricted, and this is none. You can ask me in a "
    "direct message. `/crisis` answers everywhere."
)
TOO_SOON = (
    "You asked me something a moment ago. Please ask again in {seconds} s. `/crisis`, and a cry for help, are always "
    "answered at once."
)
ANSWERED_DIRECTLY = "You asked me this in {channel}. There I do not answer in public, so only you see this."
ONLY_BY_COMMAND = "I do not answer in public here. Use `/ask`: only you see what I say then."

NEVER_KEPT = (
    "**What I never keep:** the text of your questions and follow-ups, in no file, database, log or error report; your "
    "name; what was answered to you."
)
HELD_MEMORY = (
    "**In memory, gone with a restart:** what you asked before, for follow-ups, for {minutes} minutes (at the moment "
    "from {number} of your answers); when you last asked, for at most an hour; and numbers that recent questions were "
    "turned into, without their words and without whose they were."
)
HELD = "**Kept about you,** under keys that are not your name and cannot be linked to each other:"
HELD_NOTHING = "**Kept about you:** nothing."
HELD_UNKNOWN = (
    "**Kept about you:** I cannot look it up at the moment, since my database cannot be opened. Please try again later."
)
HELD_FEEDBACK = "passages that you called helpful or not helpful (kept for {days} days)"
HELD_GAPS = "topics near to questions of yours that had no answer (until the end of the quarter; counts only)"
HELD_MESSAGES = "replies to you that only you and moderators can delete by button (kept for {days} days)"
HELD_ACTS = "acts as a moderator, with your user id (kept for {days} days)"
HELD_WITHDRAWALS = "passages or articles that you withdrew as a moderator, with your user id"
HELD_ARTICLES = "articles that you added as a moderator, with your user id"
ELSEWHERE_KEPT = (
    "What you write in a channel, and my replies there, are Discord's to keep: delete them there. Where I was asked in "
    "public, *Delete* under my answer takes it down."
)
DELETE_DATA = "Delete my data"
SURE_TO_DELETE = (
    "Delete everything that I hold about you? Your verdicts on passages no longer count, follow-ups start anew, and my "
    "replies to your mentions can then be deleted by moderators only. This cannot be undone."
)
DELETE_DATA_NOW, KEEP_DATA = "Yes, delete it", "No, keep it"
DATA_KEPT = "Nothing was deleted."
DATA_DELETED = "Deleted: {rows} entries from the database, and your earlier questions ({questions}) from memory."
ACTS_WITHOUT_NAME = "What you did as a moderator stays in the audit log, without your user id."
COMMANDS = {
    "/ask": "ask about kratom; with `private` only you see the answer",
    "/legal": "the law in a place, and when it was last checked; for the United States with a map",
    "/interaction": "kratom with a medicine, drug, drink or supplement",
    "/topics": "look through all topics, articles and passages",
    "/source": "everything about a source, and where it is cited",
    "/crisis": "emergency numbers and crisis lines, by country",
    "/receipt": "show an answer again, by the receipt under it",
    "/privacy": "what I hold about you, and a button that deletes it",
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
    "/corpus withdraw": "take a passage or article out of use at once, in all servers",
    "/corpus restore": "bring back what was withdrawn",
    "/corpus stale": "which reviews are due, which law is no longer confirmed, which sources were retracted",
    "/corpus gaps": "topics people asked about and got no answer",
    "/corpus feedback": "which passages helped, and which did not",
    "/corpus history": "who did what, and when",
    "/settings": "where and how I answer in this server",
    "/diagnose": "what is wrong with me here, and what to do",
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
    "and nowhere else. `/privacy` shows what I hold about you, and deletes it."
)
