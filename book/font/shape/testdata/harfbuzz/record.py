#!/usr/bin/env python3
"""Writes the glyphs that HarfBuzz itself makes of 1,000 words a script, with the fonts of
assets, next to this file. TestHarfBuzz compares the shaper with them.

    python3 -m pip install uharfbuzz==0.57.0 babel==2.19.0 zstandard==0.25.0
    python3 book/shape/testdata/harfbuzz/record.py

The words are those of Unicode's CLDR in the copy of Babel (names of languages, countries,
cities, currencies, units and months; copyright Unicode, Inc., SPDX Unicode-3.0), for Thai those of ICU's
dictionary in assets/words, and made-up ones for what such names lack: vowel signs,
conjuncts, accents. The generator is seeded: another run writes the same files.
"""
import pathlib
import random
import re
import unicodedata

import uharfbuzz as hb
import zstandard
from babel import __version__ as babel_version
from babel import localedata

HERE = pathlib.Path(__file__).parent
ASSETS = HERE.parents[3] / "assets"
COUNT = 1000
ZWNJ, ZWJ = "\u200c", "\u200d"


def inflate(path):
    return zstandard.ZstdDecompressor().decompressobj().decompress((ASSETS / path).read_bytes())


def strings(node):
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for value in node.values():
            yield from strings(value)
    elif isinstance(node, (list, tuple)):
        for value in node:
            yield from strings(value)


SECTIONS = ("languages", "territories", "scripts", "currency_names", "unit_display_names", "time_zones",
            "meta_zones", "months", "days", "quarters", "eras", "date_fields")


def cldr(script, *locales):
    """The words of the locales that are of letters of one script."""
    out = set()
    for locale in locales:
        data = localedata.load(locale)
        for section in SECTIONS:
            for text in strings(data.get(section, {})):
                for word in re.split(r"[^\w\u0300-\u036f\u200c\u200d]+", text.replace("_", " ")):
                    letters = [c for c in word if unicodedata.category(c) not in ("Cf",)]
                    if 2 <= len(letters) and all(unicodedata.name(c, "").startswith(script) or unicodedata.combining(c) or
                                                 unicodedata.category(c) in ("Mn", "Mc") for c in letters):
                        out.add(word.strip(ZWNJ + ZWJ))
    return sorted(out)


def spread(words, n):
    """n of the words, evenly spread."""
    return [words[i * len(words) // n] for i in range(min(n, len(words)))]


def made(rng, n, make):
    out = []
    while len(out) < n:
        word = make(rng)
        if word not in out:
            out.append(word)
    return out


def filled(extra, words):
    """COUNT different words: the extra ones, then an even choice of the others."""
    extra = list(dict.fromkeys(extra))
    rest = [w for w in words if w not in set(extra)]
    chosen = extra + spread(rest, COUNT - len(extra))
    assert len(chosen) == COUNT, (len(extra), len(rest))
    return chosen


HARAKAT = ["\u064e", "\u064f", "\u0650", "\u0652", "\u064e", "\u0651\u064e", "\u0651\u0650", "\u064b", "\u064c", "\u064d", "\u0670"]
LAM_ALEF = ["لا", "لأ", "لإ", "لآ", "للا", "الا", "ٱل", "كلا", "بلأ"]


def vowelled(rng, words):
    """A word with vowel signs on some of its letters."""
    return "".join(c + (rng.choice(HARAKAT) if unicodedata.category(c) == "Lo" and rng.random() < 0.6 else "")
                   for c in rng.choice(words))


def letters_word(rng, letters, most=7):
    return "".join(rng.choice(letters) for _ in range(rng.randint(2, most)))


def arabic(rng):
    words = cldr("ARABIC", "ar", "ar_EG", "ar_LB", "ar_SA")
    letters = "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئـ"
    extra = made(rng, 200, lambda r: vowelled(r, words))
    extra += made(rng, 100, lambda r: letters_word(r, letters))
    extra += made(rng, 60, lambda r: letters_word(r, letters, 3) + r.choice(LAM_ALEF) + letters_word(r, letters, 3))
    return filled(extra, words)


def persian(rng):
    words = cldr("ARABIC", "fa", "fa_AF")
    letters = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئآأۀ"
    endings = ["ها", "های", "ام", "اند", "تر", "ترین", "ای"]
    extra = made(rng, 150, lambda r: r.choice(words) + ZWNJ + r.choice(endings))
    extra += made(rng, 50, lambda r: r.choice(["می", "نمی", "بی"]) + ZWNJ + r.choice(words))
    extra += made(rng, 150, lambda r: letters_word(r, letters))
    extra += made(rng, 50, lambda r: vowelled(r, words))
    return filled(extra, words)


def urdu(rng):
    words = cldr("ARABIC", "ur", "ur_IN")
    letters = "ابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھءیےئآؤۂۃ"
    aspirated = ["بھ", "پھ", "تھ", "ٹھ", "جھ", "چھ", "دھ", "ڈھ", "ڑھ", "کھ", "گھ", "لھ", "نھ"]
    syllables = aspirated + list(letters) + ["وں", "یں", "ہے", "ئے", "یہ", "ہہ"]
    extra = made(rng, 300, lambda r: letters_word(r, syllables, 5))
    extra += made(rng, 80, lambda r: vowelled(r, words))
    return filled(extra, words)


def devanagari(rng):
    words = cldr("DEVANAGARI", "hi", "mr", "ne")
    consonants, nukta, virama = "कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसहळ", "\u093c", "\u094d"
    matras = ["", "", "", *"ािीुूृेैोौॉॅ"]

    def syllable(r):
        cluster = virama.join(r.choice(consonants) for _ in range(r.choice([1, 1, 1, 2, 2, 3])))
        if r.random() < 0.15:
            cluster = "र" + virama + cluster
        if r.random() < 0.1:
            cluster = r.choice("कखगजडढफ") + nukta
        if r.random() < 0.05:
            return cluster + virama + r.choice(["", ZWJ, ZWNJ]) + r.choice(consonants)
        return cluster + r.choice(matras) + r.choice(["", "", "", "ं", "ः", "ँ"])

    return filled(made(rng, 450, lambda r: "".join(syllable(r) for _ in range(r.randint(1, 4)))), words)


def thai(rng):
    words = inflate("words/thai.txt.zst").decode().split()
    marked = [w for w in words if re.search("[\u0e33\u0e48-\u0e4b]", w)]
    return filled(spread(marked, 500), words)


def hebrew(rng):
    words = cldr("HEBREW", "he")
    points = ["\u05b0", "\u05b1", "\u05b2", "\u05b3", "\u05b4", "\u05b5", "\u05b6", "\u05b7", "\u05b8", "\u05b9", "\u05bb"]

    def pointed(word, r):
        out = ""
        for c in word:
            out += c
            if c == "ש":
                out += r.choice("\u05c1\u05c2")
            if r.random() < 0.25:
                out += "\u05bc"
            if r.random() < 0.7:
                out += r.choice(points)
        return out

    extra = made(rng, 250, lambda r: pointed(r.choice(words), r))
    extra += made(rng, 60, lambda r: pointed(letters_word(r, "אבגדהוזחטיכלמנסעפצקרשתךםןףץ"), r))
    return filled(extra, words)


def vietnamese(rng):
    words = [w for w in cldr("LATIN", "vi") if any(ord(c) > 127 for c in w)]
    starts = ["", "b", "c", "ch", "d", "đ", "g", "gh", "h", "kh", "l", "m", "n", "ng", "nh", "ph", "qu", "s", "t", "th", "tr", "v", "x", "Đ", "Th", "Ng"]
    ends = ["", "", "c", "m", "n", "ng", "nh", "p", "t", "i", "u"]
    tones = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]

    def syllable(r):
        vowel = unicodedata.normalize("NFC", r.choice("aăâeêioôơuưyAĂÂEÊIOÔƠUƯY") + r.choice(tones))
        return r.choice(starts) + vowel + r.choice(ends)

    composed = [w for w in dict.fromkeys(made(rng, 900, syllable) + words) if unicodedata.normalize("NFD", w) != w]
    composed = spread(composed, COUNT // 2)
    return composed + [unicodedata.normalize("NFD", w) for w in composed]


def cyrillic(rng):
    words = cldr("CYRILLIC", "ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg")
    stressed = made(rng, 100, lambda r: re.sub("([аеиоуыэюяіАЕИОУ])", "\\1\u0301", r.choice(words), count=1))
    return filled(stressed, words)


def greek(rng):
    words = cldr("GREEK", "el")
    vowels, breathings, accents = "αεηιουωΑΕΗΙΟΩ", ["", "\u0313", "\u0314"], ["", "\u0300", "\u0301", "\u0342"]

    def accented(r):
        vowel = r.choice(vowels)
        text = vowel + r.choice(breathings)
        accent = r.choice(accents)
        if not (accent == "\u0342" and vowel in "εοΕΟ"):
            text += accent
        if vowel in "αηω" and r.random() < 0.3:
            text += "\u0345"
        text = unicodedata.normalize("NFC", text)
        # What has no character of its own is no letter of Greek.
        return text if len(text) == 1 else vowel

    def word(r):
        return accented(r) + "".join(r.choice("βγδζθκλμνξπρστφχψ") + accented(r) for _ in range(r.randint(1, 3))) + r.choice(["", "ς", "ν"])

    composed = made(rng, 350, word)
    return filled(composed + [unicodedata.normalize("NFD", w) for w in composed[:80]], words)


# Each script: its language, the font of assets, and what makes the words.
SCRIPTS = {
    "arabic": ("ar", "noto-naskh-arabic/NotoNaskhArabic-Regular.ttf", arabic),
    "persian": ("fa", "noto-naskh-arabic/NotoNaskhArabic-Regular.ttf", persian),
    "urdu": ("ur", "noto-naskh-arabic/NotoNaskhArabic-Regular.ttf", urdu),
    "devanagari": ("hi", "noto-serif-devanagari/NotoSerifDevanagari-Regular.ttf", devanagari),
    "thai": ("th", "noto-sans-thai/NotoSansThai-Regular.ttf", thai),
    "hebrew": ("he", "noto-serif-hebrew/NotoSerifHebrew-Regular.ttf", hebrew),
    "vietnamese": ("vi", "source-serif-4/SourceSerif4-Regular.ttf", vietnamese),
    "cyrillic": ("ru", "source-serif-4/SourceSerif4-Regular.ttf", cyrillic),
    "greek": ("el", "eb-garamond/EBGaramond-Regular.ttf", greek),
}


def shape(font, word, language):
    """The clusters as they are seen, from left to right, with a space between them: bytes
    of text and a colon where it is not one character, then the numbers of the glyphs, each
    with the advance where that is not the glyph's own and with the offset where it has one."""
    buf = hb.Buffer()
    buf.add_str(word)
    buf.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
    buf.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    buf.language = language
    buf.guess_segment_properties()
    hb.shape(font, buf)
    # What is removed before the first glyph belongs to the first cluster.
    starts = sorted({info.cluster for info in buf.glyph_infos})
    texts = {start: word[at:end] for start, at, end in zip(starts, [0] + starts[1:], starts[1:] + [len(word)])}
    out, last = [], None
    for info, pos in zip(buf.glyph_infos, buf.glyph_positions):
        glyph = str(info.codepoint)
        if pos.x_advance != font.get_glyph_h_advance(info.codepoint):
            glyph += f"+{pos.x_advance}"
        if pos.x_offset or pos.y_offset:
            glyph += f"@{pos.x_offset}/{pos.y_offset}"
        if info.cluster == last:
            out[-1] += "," + glyph
        else:
            text = texts[info.cluster]
            out.append((f"{len(text.encode())}:" if len(text) > 1 else "") + glyph)
        last = info.cluster
    return " ".join(out)


def main():
    for name, (language, path, make) in SCRIPTS.items():
        font = hb.Font(hb.Face(inflate(f"fonts/{path}.zst")))
        words = make(random.Random(name))
        lines = [f"# HarfBuzz {hb.version_string()} (uharfbuzz {hb.__version__}), {path}, language {language}",
                 f"# words: CLDR of Babel {babel_version}, ICU and made-up ones; written by record.py"]
        lines += [f"{word}\t{shape(font, word, language)}" for word in words]
        (HERE / f"{name}.txt").write_text("\n".join(lines) + "\n")


main()
