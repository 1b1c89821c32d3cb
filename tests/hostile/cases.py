"""Hostile case files and good ones: name → bytes. A good one must be read, and its name come out exactly."""

GOOD_NAMES = (
    "Li Wei", "Seán O’Brien-Čapková", "འཇམ་དབྱངས", "ئابدۇللا", "沈亦辰", "𠮷田", "e\u0301ric", "NO", "On", "Null",
    "0123456", "12_345", "0x1F", "190:20:30", "37610.10", "1e5", "../../x", "/etc/x", "C:\\\\x", ".hidden", "-rf",
    "CON", "a" * 200, "李" * 120, "{{ 7*7 }}", "{_{ x }_}", "{% if x %}", "<w:p/>]]>&amp;", "Smith & Sons", "a\u200db",
    "a\u200fb", "😀",
)  # fmt: skip
CODES = (
    "0 1 7 8 b c e 1b 1f 7f 80 85 9f ad 34f 61c 115f 1160 17b4 180e 200b 2028 2029 202a 202b 202c 202d 202e 2060 2061 "
    "2064 2066 2067 2068 2069 206a 206f 2800 3164 feff ffa0 fff9 fffb fffe ffff e000 f8ff e0001 e0041 e007f f0000 "
    "10ffff"
)
FORBIDDEN = [chr(int(code, 16)) for code in CODES.split()]
HEAD = "format: 1\nas_of: 2026-11-20\n"
TAIL = "request: {requesting_state: CN, requested_state: PL}\n"


def named(name: str) -> bytes:
    quoted = name.replace("'", "''")
    return f"{HEAD}persons_sought:\n  - name: '{quoted}'\n{TAIL}".encode()


def escaped(character: str) -> bytes:
    return f'{HEAD}persons_sought:\n  - name: "A\\U{ord(character):08X}B"\n{TAIL}'.encode()


def with_lines(lines: str, tail: str = TAIL) -> bytes:
    return f"{HEAD}{tail}{lines}\n".encode()


REFUSED: dict[str, bytes] = {
    **{f"character U+{ord(c):04X}": escaped(c) for c in FORBIDDEN},
    **{f"raw character U+{ord(c):04X}": named(f"A{c}B") for c in FORBIDDEN if ord(c) not in (0, 0xD)},
    "surrogate": f'{HEAD}persons_sought:\n  - name: "A\\ud800B"\n{TAIL}'.encode(),
    "line break in a name": f'{HEAD}persons_sought:\n  - name: "A\\nB"\n{TAIL}'.encode(),
    "long name": named("x" * 201),
    "long file": named("x" * 2_000_000),
    "empty": b"",
    "only a comment": b"# nothing\n",
    "a list": b"- a\n- b\n",
    "a text": b"hello\n",
    "two documents": HEAD.encode() + b"---\nformat: 1\n",
    "a tab": HEAD.encode() + b"request:\n\trequesting_state: CN\n",
    "key twice": with_lines("reference: a\nreference: b"),
    "key twice, deep": with_lines("", "request: {requesting_state: CN, requesting_state: HK, requested_state: PL}\n"),
    "key twice, JSON": b'{"format": "1", "format": "1"}',
    "misspelt key": with_lines("requesing_state: CN"),
    "misspelt key, deep": with_lines("proceedings: {stagge: appeal}"),
    "key of a list": with_lines("? [a]\n: b"),
    "merge key": with_lines("proceedings:\n  <<: {stage: appeal}"),
    "anchor": with_lines("reference: &a b\nlanguage: *a"),
    "bomb": with_lines(
        "\n".join(["a: &a [x, x]", *(f"b{n}: &b{n} [*{'a' if n == 0 else f'b{n - 1}'}]" for n in range(9))])
    ),
    "itself": with_lines("circumstances: &c [*c]"),
    "deep": with_lines("circumstances: " + "[" * 5000 + "]" * 5000),
    "deep, block": with_lines("circumstances:\n" + "\n".join("  " * n + "- " for n in range(1, 60))),
    "python object": with_lines("reference: !!python/object/apply:os.system ['touch marker']"),
    "python name": with_lines("reference: !!python/name:os.system"),
    "binary": with_lines("reference: !!binary aGVsbG8="),
    "own tag": with_lines("reference: !include /etc/hostname"),
    "text tag": with_lines("reference: !!str x"),
    "map tag": with_lines("proceedings: !!map {stage: appeal}"),
    "set": with_lines("disclosure: !!set {a, b}"),
    "not a number": with_lines("reference: .nan"),
    "without end": with_lines("reference: -.inf"),
    "day that is none": with_lines("", TAIL).replace(b"2026-11-20", b"2026-02-31"),
    "date of another order": with_lines("", TAIL).replace(b"2026-11-20", b"20/11/2026"),
    "date with a clock": with_lines("", TAIL).replace(b"2026-11-20", b"2026-11-20T10:00:00Z"),
    "another format": b"format: 2\n" + TAIL.encode(),
    "no format": TAIL.encode(),
    "state of no code": with_lines("", "request: {requesting_state: China, requested_state: PL}\n"),
    "state not text": with_lines("", "request: {requesting_state: [CN], requested_state: PL}\n"),
    "UTF-16": named("é").decode().encode("utf-16"),
    "cp1250": f"{HEAD}reference: Čapková\n".encode("cp1250"),
    "GBK": f"{HEAD}reference: 沈亦辰\n".encode("gbk"),
    "overlong UTF-8": HEAD.encode() + b"reference: \xc0\xae\xc0\xae/x\n",
    "half a letter": HEAD.encode() + b"reference: \xe6\xb2\n",
    "a zip": b"PK\3\4" + b"\0" * 60,
    "a PDF": b"%PDF-1.7\n",
    "a directive": b"%YAML 1.1\n---\n" + HEAD.encode() + b"x: y\n",
    "an open quote": with_lines("reference: 'x"),
    "an open bracket": with_lines("circumstances: [x"),
    "many wrong keys": with_lines("\n".join(f"k{n}: x" for n in range(3000))),
}
