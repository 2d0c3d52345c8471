#!/usr/bin/env python3
"""Writes forms of words with their pieces by the tokenizers library, for the test that holds ours against it:
tools/train/word_piece_cases.py TOKENIZER_FOLDER tests/language/word_pieces.json"""

import json
import sys
from pathlib import Path

from newsgraph_train.transformer import Pieces, word_case

FORMS = """
Acme Holdings TikTok tiktok iPhone NORVALE U.S. U.S.-led 51% $3.5bn 1,234.56 2025-01-31T00:00:00Z don't n't 's ’s
can’t “ ” „ ‘ — – … ... -- -LRB- C++ C# AT&T R&D a@b.example https://news.example/a_b?c=d&e=f#g #tag @name [UNKNOWN]
antidisestablishmentarianism Donaudampfschifffahrtsgesellschaft supercalifragilisticexpialidocious
Kraków Świątek Zażółć Gęśla São Tomé Ångström Łódź Ørsted Straße STRASSE ẞ İSTANBUL ılık ﬁnance Ǆ ǆ Œuvre naïve Æther
Ελλάδα ΣΊΣΥΦΟΣ Москва МОСКВА Київ Ё ё й العربية עברית हिन्दी ไทย 日本 日本語 東京Tower 中国Telecom 서울 한국어 ㈜ カタカナ ひらがな
😀 👩‍👩‍👧 🇺🇸 ❤️ word😀 ™ ® © ℠ ² ½ ¼ № ℃ € £ ¥ ₿ ° ± × ÷ − ‰ † ‡ • · ¿Qué? ¡No! «Le» ‹x› § ¶ ¤
Ⅳ ﬀ ﬄ Ａｃｍｅ １２３ ａｂｃ 𝐀𝐜𝐦𝐞 𝒳 𐐀 ᾳ ΐ ṩ q̣̇ Å Å ｶﾞ か\u3099 \u1100\u1161
a\u200bb a\u200db \ufeffAcme Acme\u00ad soft\u00adhyphen x\u0301\u0302\u0303y \u0301 \u200b a\u00a0b a\u2003b a\u2028b
a\tb a\u0085b a\u0001b \ufffd \ue000 \u0378 \U0001fae0 \U000e0041 \U00020000 \U0002b920 \U0002f800 豈 \u3400 \u9fff \ua000
don''t O'Neil O’Neil Müller-Lüdenscheid x/y and/or A.B.C. e.g. --- === ~!@#$%^&*()_+ `code` {x} <b> a|b \\ ^ _ __x__ ;\u037e
mRNA COVID-19 F-16s 3D 4G McDonald's eBay's the of a I ii XIV qwrtpsdfg zxcvbnm Norvalequist Helionsprung Zorvexamid
ZORVEXAMID Zorvex zorvex ZoRvEx reunification Ministry government-owned Belarus-kali part-owned co-owner re-elect
ﷺ ﷽ ۝ ٠١٢ ۱۲۳ ໑ ༄ ᚠ ꙮ ⁂ ※ 〒 〜 ・ 「x」 『』 、 。 ！ ？ （x） ％ ＆ ￥ ＄
""".split()


def cases(pieces):
    forms = [f.encode().decode("unicode_escape") if f.isascii() and "\\u" in f.lower() else f for f in FORMS]
    for form in forms:
        yield {"form": form}, form
    for text, times in (("a", 100), ("a", 101), ("ab", 2500), ("é", 100), ("é", 101), ("e\u0301", 100), ("-", 5000),
                        ("日", 5000), ("a-", 40), ("\u0301", 300), ("x.", 2500), (" ", 9), ("İ", 100), ("ﬃ", 100)):
        yield {"form": text, "times": times}, text * times


def main():
    pieces = Pieces(sys.argv[1])
    rows = [json.dumps({**entry, "ids": pieces.of(form), "case": word_case(form)}) for entry, form in cases(pieces)]
    Path(sys.argv[2]).write_text("[\n" + ",\n".join(rows) + "\n]\n", encoding="utf8")


if __name__ == "__main__":
    main()
