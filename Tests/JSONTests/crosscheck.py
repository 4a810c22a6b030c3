#!/usr/bin/env python3
"""Compares the JSON parser with Python's over generated and mutated texts.

    swift build -c release --product json-verdict
    Tests/JSONTests/crosscheck.py .build/release/json-verdict [COUNT [SEED]]

200 000 texts unless COUNT says otherwise; the same texts for the same SEED. Both must accept and refuse the same ones,
and what is accepted must mean the same after it has been written again. Python's parser is made as strict as RFC 8259
and our rules are: no NaN or Infinity, no bytes that are not UTF-8, no byte order mark, no half of a surrogate pair.
Ends with status 1 and the first differences if there are any.
"""
import json
import random
import struct
import subprocess
import sys

ALPHABET = [bytes([b]) for b in b'{}[]:,"\\/bfnrtu0123456789.eE+-aANI \t\n\r\x00\x01\x1f\x7f\x80\xbf\xc0\xc3\xe2\xed\xf0\xf4\xff']
PIECES = ALPHABET + [
    b"null", b"true", b"false", b"NaN", b"Infinity", b"-Infinity", b"1e400", b"-0", b"01", b"\\u00e9", b"\\ud83d", b"\\ude00",
    b"\\ud83d\\ude00", b"\\uD800", b"\xef\xbb\xbf", b"\xc3\xa9", b"\xf0\x9f\x98\x80", b"\xed\xa0\x80", b"\xe2\x80\xa8", b'"a":', b"/**/",
    b"12345678901234567890", b"        ", b",,", b"[]", b"{}",
]
CHARACTERS = 'abcdefghij "\\/\b\n\t\x00\x1f\x7fé߿ࠀ日\ud7ff\ue000\uffff😀\U0010ffff'


def string(r):
    text = '"'
    for _ in range(r.choice((0, 1, 3, 7, 8, 9, 20))):
        c = r.choice(CHARACTERS)
        if r.random() < 0.1 or c in '"\\' or c < " ":
            if c in '"\\/' and r.random() < 0.5:
                text += "\\" + c
            else:
                units = c.encode("utf-16-be")
                for i in range(0, len(units), 2):
                    digits = units[i : i + 2].hex()
                    text += "\\u" + (digits.upper() if r.random() < 0.5 else digits)
        else:
            text += c
    return text + '"'


def number(r):
    text = r.choice(("", "-")) + r.choice(("0", "7", str(r.randrange(1, 10 ** r.randrange(1, 25)))))
    if r.random() < 0.3:
        text += "." + "".join(r.choice("0123456789") for _ in range(r.randrange(1, 8)))
    if r.random() < 0.3:
        text += r.choice("eE") + r.choice(("", "+", "-")) + str(r.randrange(0, 500))
    return text


def space(r):
    return "".join(r.choice(" \t\n\r") for _ in range(r.choice((0, 0, 0, 1, 2, 9))))


def value(r, depth=0):
    kind = r.random()
    if depth > 4 or kind < 0.5:
        scalar = r.choice((string, string, number, lambda r: r.choice(("null", "true", "false"))))(r)
        return space(r) + scalar + space(r)
    count = r.choice((0, 1, 2, 3))
    if kind < 0.75:
        return space(r) + "[" + (",".join(value(r, depth + 1) for _ in range(count)) or space(r)) + "]" + space(r)
    members = (space(r) + string(r) + space(r) + ":" + value(r, depth + 1) for _ in range(count))
    return space(r) + "{" + (",".join(members) or space(r)) + "}" + space(r)


def mutated(r, text):
    for _ in range(r.choice((1, 1, 1, 2, 4))):
        place = r.randrange(len(text) + 1)
        kind = r.random()
        if kind < 0.35:
            text = text[:place] + r.choice(PIECES) + text[place:]
        elif kind < 0.6:
            text = text[:place] + r.choice(PIECES) + text[place + 1 :]
        elif kind < 0.8:
            text = text[:place] + text[place + r.choice((1, 1, 2, 5)) :]
        elif kind < 0.9:
            text = text[:place]
        else:
            other = r.randrange(len(text) + 1)
            text = text[:place] + text[min(place, other) : max(place, other)] + text[place:]
    return text


def refuse(text):
    raise ValueError(text)


def reference(text):
    """What a text means, with numbers as they are written and members in their order; raises ValueError."""
    decoded = text.decode("utf-8")
    meaning = json.loads(
        decoded, parse_constant=refuse, parse_int=lambda s: ("#", s), parse_float=lambda s: ("#", s),
        object_pairs_hook=lambda pairs: ("{}", pairs))
    if "\\u" in decoded:
        repr_ = json.dumps(meaning, ensure_ascii=False)
        repr_.encode("utf-8")  # fails for half a surrogate pair
    return meaning


def main():
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 200_000
    r = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 20251124)
    texts = []
    while len(texts) < count:
        text = value(r).encode("utf-8")
        texts.append(text)
        texts.extend(mutated(r, text) for _ in range(5))
        texts.append(b"".join(r.choice(PIECES) for _ in range(r.randrange(0, 8))))
    del texts[count:]
    frames = b"".join(struct.pack("<I", len(text)) + text for text in texts)
    answer = subprocess.run([sys.argv[1]], input=frames, stdout=subprocess.PIPE, check=True, timeout=300).stdout
    place = accepted = differences = 0
    for text in texts:
        verdict, figure = struct.unpack_from("<BI", answer, place)
        place += 5
        problem = None
        try:
            meaning = reference(text)
        except ValueError as error:
            if verdict:
                problem = f"accepted, but Python says: {error}"
                place += figure
            elif figure > len(text):
                problem = f"offset {figure} is outside the text"
            elif isinstance(error, UnicodeDecodeError) and figure > error.start and figure != len(text):
                problem = f"offset {figure} is behind the bad character at {error.start}"
        else:
            if not verdict:
                problem = f"refused at {figure}"
            else:
                accepted += 1
                copy = answer[place : place + figure]
                place += figure
                if reference(copy) != meaning:
                    problem = f"written as {copy!r}"
        if problem:
            differences += 1
            if differences <= 10:
                print(f"{text!r}: {problem}", file=sys.stderr)
    if place != len(answer):
        sys.exit("the answer has another length than its parts")
    print(f"{count} texts, {accepted} accepted, {count - accepted} refused, {differences} differences")
    sys.exit(1 if differences or not 0.1 < accepted / count < 0.9 else 0)


main()
