"""Discord's Markdown as HTML: what shows as what, and that no text becomes markup of the page."""

from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rendering.discord_markdown import escape
from docs.drawing.markdown import to_html

TAGS = {"p", "strong", "em", "u", "s", "code", "pre", "span", "h1", "h2", "h3", "small", "blockquote", "ul", "ol", "li"}
VOID = {"hr", "img"}


class Page(HTMLParser):
    """The tags of a page, their attributes, and its words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str]] = set()
        self.words = ""
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag not in VOID:
            self.open.append(tag)
        self.attributes |= {(name, value or "") for name, value in attrs}

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**Safety:** take care", "<p><strong>Safety:</strong> take care</p>"),
        ("one\ntwo", "<p>one\ntwo</p>"),
        ("*a* _b_ __c__ ~~d~~", "<p><em>a</em> <em>b</em> <u>c</u> <s>d</s></p>"),
        ("**bold with *slant* in it**", "<p><strong>bold with <em>slant</em> in it</strong></p>"),
        ("# One\n## Two\n### Three\nfour", "<h1>One</h1><h2>Two</h2><h3>Three</h3><p>four</p>"),
        ("-# Receipt K1", "<small>Receipt K1</small>"),
        ("> quoted\n> too\nnot", "<blockquote><p>quoted\ntoo</p></blockquote><p>not</p>"),
        ("list:\n- a\n- **b**\nafter", "<p>list:</p><ul><li>a</li><li><strong>b</strong></li></ul><p>after</p>"),
        ("3. c\n4. d", '<ol start="3"><li>c</li><li>d</li></ol>'),
        ("`/corpus *reload*`", "<p><code>/corpus *reload*</code></p>"),
        ("```\na\n<b>\n```\nc", "<pre>a\n&lt;b&gt;</pre><p>c</p>"),
        ("||hidden||", '<p><span class="spoiler">hidden</span></p>'),
        (r"\[1\] 2 \* 3 \> 1", "<p>[1] 2 * 3 &gt; 1</p>"),
        (r"**a \*\* b**", "<p><strong>a ** b</strong></p>"),
        ("snake_case_name 2*3*4", "<p>snake_case_name 2<em>3</em>4</p>"),
        (
            "<https://example.org/a_b_c?d=1&e=2>",
            '<p><span class="link">https://example.org/a_b_c?d=1&amp;e=2</span></p>',
        ),
        ("see https://example.org/a.", '<p>see <span class="link">https://example.org/a</span>.</p>'),
        ("[here](https://example.org)", '<p><span class="link">here</span></p>'),
        ("<@1> <@&2> <#3> <#4>", "<p>{@ann} {@mods} {#help} {#unknown}</p>"),
        ("<t:0:f>", "<p>{01 January 1970, 00:00 UTC}</p>"),
        ("</ask:12>", "<p>{/ask}</p>"),
    ],
)
def test_shows_as_in_discord(text: str, html: str) -> None:
    html = html.replace("{", '<span class="mention">').replace("}", "</span>")
    assert to_html(text, {"1": "ann", "2": "mods", "3": "help"}) == html


HOSTILE = [
    "<script>alert(1)</script>",
    "**<img src=x onerror=alert(1)>**",
    '[<b>x</b>](https://example.org/"onclick=alert(1))',
    '<https://example.org/"><script>>',
    "`</code><script>`",
    "```</pre><script>```",
    "-# </small><style>*{display:none}</style>",
    "> </blockquote><iframe src=x>",
    "</x:1> <t:1:R><svg onload=alert(1)>",
    "&lt;script&gt; &#60;",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_of_a_text_becomes_html(text: str) -> None:
    page = Page(to_html(text))
    assert page.tags <= TAGS
    assert not page.open
    assert page.attributes <= {("class", "link"), ("class", "mention"), ("class", "spoiler")}


@given(st.text(alphabet=st.sampled_from(list("ab <>&\"'`*_~|\\[](){}#-:/.@!1\n")) | st.characters(), max_size=80))
def test_no_text_whatever_becomes_html(text: str) -> None:
    page = Page(to_html(text))
    assert page.tags <= TAGS
    assert not page.open
    assert {name for name, _ in page.attributes} <= {"class", "start"}


@given(st.text(alphabet=st.sampled_from(list("ab <>&*_~|\\[]()#->.1:@`")), min_size=1, max_size=60))
def test_what_the_bot_escaped_shows_as_it_was_written(text: str) -> None:
    shown = Page(to_html(escape(f"x{text}")))
    assert shown.tags <= {"p"}
    assert shown.words == unescape(f"x{text}") or shown.words == f"x{text}"


def test_a_name_is_escaped_too() -> None:
    assert "<b>" not in to_html("<@1>", {"1": "<b>"})
