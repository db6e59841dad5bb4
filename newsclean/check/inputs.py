"""NC1xx: what is wrong with an input that gives no text."""

from __future__ import annotations

from newsclean.check.case import Rule
from newsclean.record import Reason

ROWS = (
    Rule(
        *("NC101", "empty-input", "error", None),
        why="There is nothing to read: the crawl or the copy failed.",
        bad="(a file of 0 bytes, or of blank lines)",
        good="A dump with the text of a page.",
        cure="Fetch the page again, or leave the file out.",
        reasons=(Reason.EMPTY,),
    ),
    Rule(
        *("NC102", "binary-input", "error", None),
        why="Pictures, PDF and office documents hold no text that could be read.",
        bad="%PDF-1.7 ...",
        good="A dump with the text of a page.",
        cure="Extract the text first, or leave the file out.",
        reasons=(Reason.BINARY,),
    ),
    Rule(
        *("NC103", "undecodable-input", "error", None),
        why="No encoding gives a text that could be trusted.",
        bad="(bytes that are text in no encoding)",
        good="(UTF-8)",
        cure="Convert it to UTF-8 from the encoding that it was saved in.",
        reasons=(Reason.UNDECODABLE,),
    ),
    Rule(
        *("NC104", "over-a-limit", "error", None),
        why="The input is larger, deeper or slower than a document may be.",
        bad="<div><div><div> ... 100,000 deep",
        good="A page of news, which is under 10 MB and nests 100 elements at most.",
        cure="Cut it, raise the option that the message names, or leave it out.",
        reasons=(Reason.TOO_LARGE, Reason.TOO_DEEP, Reason.TIMEOUT),
    ),
    Rule(
        *("NC110", "unreadable-input", "error", None),
        why="The file cannot be opened, or is none.",
        bad="(a file without permission to read, a device, a path that does not exist)",
        good="A regular file.",
        cure="Correct the path or its permissions.",
        reasons=(Reason.UNREADABLE, Reason.NOT_A_FILE),
    ),
    Rule(
        *("NC111", "fault", "error", None),
        why="The document ended its worker, or gave a record that is not valid: a fault of newsclean.",
        bad="(a document that no one foresaw)",
        good="(any other)",
        cure="Report it, with the document if you may.",
        reasons=(Reason.CRASH, Reason.INVALID_RECORD),
    ),
    Rule(
        *("NC112", "truncated-input", "error", None),
        why="The compressed data or the archive ends too soon: a download or a copy was broken off.",
        bad="(pages.warc.gz without its last bytes)",
        good="(the whole file)",
        cure="Fetch or copy it again.",
        reasons=(Reason.TRUNCATED,),
    ),
    Rule(
        *("NC113", "malformed-input", "error", None),
        why="What the input is packed in breaks the rules of its own format.",
        bad="(a ZIP file whose list of members is damaged, a line of JSONL that is no JSON)",
        good="(a file that the tool of its format reads: unzip -t, jq)",
        cure="Fetch it again, or pack it anew.",
        reasons=(Reason.MALFORMED,),
    ),
    Rule(
        *("NC114", "encrypted-input", "error", None),
        why="What a password locks cannot be read.",
        bad="(a ZIP file with a password)",
        good="(the same without)",
        cure="Unpack it with its password first.",
        reasons=(Reason.ENCRYPTED,),
    ),
    Rule(
        *("NC115", "bomb", "error", None),
        why="A small input unpacks to an amount that documents never need, as one that is made to fill a disk does.",
        bad="(10 MB of gzip data that unpack to 10 GB of zeros)",
        good="(text, which gzip packs to a third or a tenth)",
        cure="Leave it out; unpack it first where you trust it.",
        reasons=(Reason.BOMB,),
    ),
)
