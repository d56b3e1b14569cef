"""The HTML halves: (letter, what was typed above, the history's HTML, language, chance) → page."""

from __future__ import annotations

import random
from html import escape

from tests.shapes import texts
from tests.shapes.original import Original

ATTRIBUTION = 'style="margin:0 0 0 .8ex;border-left:1px #ccc solid;padding-left:1ex"'


def _lines(above: str, tag: str = "div", attributes: str = "") -> str:
    """Each line typed in an element of its own, empty ones with a break or a space."""
    opening = f"<{tag}{' ' + attributes if attributes else ''}>"
    return "".join(f"{opening}{escape(line) or '<br>'}</{tag}>" for line in above.split("\n"))


def _page(body: str, head: str = "") -> str:
    return f"<html><head>{head}</head><body>{body}</body></html>"


def _address(letter: Original) -> str:
    return f'<a href="mailto:{letter.address}">{letter.address}</a>'


def outlook_desktop(letter: Original, above: str, history: str, language: str, chance: random.Random) -> str:
    names = texts.FIELDS[language][:4]
    lines = "".join(
        f'<p class=MsoNormal><span style=\'font-size:11.0pt;font-family:"Calibri","sans-serif";color:#1F497D\'>'
        f"{escape(line) or '&nbsp;'}<o:p></o:p></span></p>"
        for line in above.split("\n")
    )
    head = (
        "<div><div style='border:none;border-top:solid #B5C4DF 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal>"
        f"<b><span style='font-size:10.0pt'>{names[0]}:</span></b><span style='font-size:10.0pt'> {letter.name_html}"
        f" [mailto:{letter.address}] <br><b>{names[1]}:</b> {texts.long_date(letter, language)}<br><b>{names[2]}:</b> "
        f"{escape(letter.to_name or letter.to_address)}<br><b>{names[3]}:</b> {escape(letter.subject)}"
        "<o:p></o:p></span></p></div></div>"
    )
    style = '<meta name=Generator content="Microsoft Word 14"><style><!-- p.MsoNormal {margin:0cm} --></style>'
    space = "<p class=MsoNormal><o:p>&nbsp;</o:p></p>"
    return _page(f"<div class=WordSection1>{lines}{space}{head}{space}{history}</div>", style)


def outlook_web(letter: Original, above: str, history: str, language: str, chance: random.Random) -> str:
    return _page(
        _lines(above, "div", 'style="font-family: Calibri, sans-serif; font-size: 12pt;"')
        + _forward_block(letter, history, language)
    )


def _forward_block(letter: Original, history: str, language: str) -> str:
    names = (texts.FIELDS[language][0], texts.FIELDS[language][5], *texts.FIELDS[language][2:4])
    return (
        '<div id="appendonsend"></div><hr tabindex="-1" style="display:inline-block; width:98%">'
        '<div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif" color="#000000" style="font-size:11pt">'
        f"<b>{names[0]}:</b> {letter.name_html} &lt;{letter.address}&gt;<br><b>{names[1]}:</b> "
        f"{texts.long_date(letter, language, zero=False)}<br><b>{names[2]}:</b> {escape(letter.to)}<br>"
        f"<b>{names[3]}:</b> {escape(letter.subject)}</font><div>&nbsp;</div></div><div>{history}</div>"
    )


def outlook_mobile(letter: Original, above: str, history: str, language: str, chance: random.Random) -> str:
    words = "Obtener" if language == "es" else "Get"
    name = "Outlook para Android" if language == "es" else "Outlook for Android"
    signature = f'<div id="ms-outlook-mobile-signature">{words} <a href="https://aka.ms/AAb9ysg">{name}</a></div>'
    return _page(
        _lines(above, "div", 'dir="auto"') + f"<div><br></div>{signature}" + _forward_block(letter, history, language)
    )


def gmail_web(letter: Original, above: str, history: str, language: str, chance: random.Random) -> str:
    line = escape(texts.gmail_line(letter, language)).replace(letter.address, _address(letter))
    quote = f'<blockquote class="gmail_quote" {ATTRIBUTION}>{history}</blockquote>'
    attribution = f'<div dir="ltr" class="gmail_attr">{line}<br></div>'
    return f'<div dir="ltr">{_lines(above)}</div><br><div class="gmail_quote">{attribution}{quote}</div>'


def gmail_app(letter: Original, above: str, history: str, language: str, chance: random.Random) -> str:
    line = escape(texts.gmail_app(letter, "", [], language, chance).strip().replace("\n", " "))
    quote = f'<blockquote class="gmail_quote" {ATTRIBUTION}>{history}</blockquote>'
    attribution = f'<div dir="ltr" class="gmail_attr">{line}<br></div>'
    return f'{_lines(above, "div", "dir=auto")}<br><div class="gmail_quote">{attribution}{quote}</div>'


def apple_mail(letter: Original, above: str, history: str, language: str, chance: random.Random) -> str:
    line = escape(texts.apple_line(letter, language))
    first, *rest = above.split("\n")
    typed = escape(first) + _lines("\n".join(rest)) if rest else escape(first)
    return _page(
        f'{typed}<div><br><div><blockquote type="cite"><div>{line}</div>'
        f'<br class="Apple-interchange-newline"><div>{history}</div></blockquote></div><br></div>'
    )


def ios(letter: Original, above: str, history: str, language: str, chance: random.Random) -> str:
    words = "Enviado desde mi iPhone" if language == "es" else "Sent from my iPhone"
    line = escape(texts.ios_line(letter, language))
    return _page(
        f'{_lines(above)}<div><br><div dir="ltr">{words}</div><div dir="ltr"><br><blockquote type="cite">{line}<br><br>'
        f'</blockquote></div><blockquote type="cite"><div dir="ltr">\ufeff{history}</div></blockquote></div>'
    )


def thunderbird(letter: Original, above: str, history: str, language: str, chance: random.Random) -> str:
    line = escape(texts.thunderbird_line(letter, language, chance))
    return _page(
        "<p>" + escape(above).replace("\n", "<br>\n") + f'</p><div class="moz-cite-prefix">{line}<br></div>'
        f'<blockquote type="cite" cite="mid:{escape(letter.message_id.strip("<>"))}">{history}</blockquote><br>'
    )


def yahoo(letter: Original, above: str, history: str, language: str, chance: random.Random) -> str:
    line = escape(texts.yahoo_line(letter, language))
    typed = f'<div class="ydp1a2b3c4dyahoo-style-wrap" style="font-size:16px;">{_lines(above)}</div>'
    inner = f"<div>{line}</div><div><br></div><div><br></div><div>{history}</div>"
    quote = f'<div id="yahoo_quoted_4567890123" class="yahoo_quoted"><div>{inner}</div></div>'
    return _page(typed + "<div><br></div>" + quote)


def zimbra(letter: Original, above: str, history: str, language: str, chance: random.Random) -> str:
    names = ("De", "Para", "Enviados", "Asunto") if language == "es" else ("From", "To", "Sent", "Subject")
    values = (
        f'"{letter.name}" <{letter.address}>',
        letter.to_address,
        texts.long_date(letter, language),
        letter.subject,
    )
    head = "<br>".join(f"<b>{name}: </b>{escape(value)}" for name, value in zip(names, values, strict=True))
    return _page(
        f'{_lines(above)}<br><hr id="zwchr"><div style="color:#000;font-weight:normal">{head}<br><br>{history}</div>'
    )


def samsung(letter: Original, above: str, history: str, language: str, chance: random.Random) -> str:
    head = "".join(f"<div>{escape(line)}</div>" for line in texts.samsung_lines(letter, language))
    return _page(
        f'{_lines(above)}<div><br></div><div style="font-size:100%;color:#000000"><!-- originalMessage -->'
        f"{head}<div><br></div></div>{history}"
    )


def lotus_notes(letter: Original, above: str, history: str, language: str, chance: random.Random) -> str:
    labels = ("Para", "cc", "Asunto") if language == "es" else ("To", "cc", "Subject")
    values = (f"<{letter.to_address}>", "<archivo@crm.example>", letter.subject)
    clock = letter.date("%d/%m/%Y %I:%M") if language == "es" else letter.date("%m/%d/%Y %I:%M")
    rows = "".join(
        f'<tr valign=top><td><div align=right><font size=1 face="sans-serif">{label}</font></div>'
        f"<td><font size=1>{escape(value)}</font>"
        for label, value in zip(labels, values, strict=True)
    )
    sender = f'<b>"{letter.name_html}" &lt;{letter.address}&gt;</b> '
    return _page(
        f'<font size=2 face="sans-serif">{escape(above).replace(chr(10), "<br>")}</font><br><br><br>'
        f"<table width=100%><tr valign=top><td width=40%><font size=1>{sender}</font>"
        f"<p><font size=1>{clock} {letter.half_day(language)}</font><td width=59%>"
        f"<table width=100%>{rows}</table><br></table><br><br>{history}"
    )
