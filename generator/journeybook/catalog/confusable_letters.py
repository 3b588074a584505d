"""Letters of other scripts that most fonts draw like a small Latin letter or a digit.

From Unicode's table of confusable characters (confusables.txt), limited to those that an ID may
have. `0` is drawn like `o`, and `1` like `l`. A test compares the table with Unicode's.
"""

LIKE: dict[str, str] = {
    "2": "ᒿꛯ",
    "3": "\U000118ca\U00016f3b",
    "6": "б\U000118d5",
    "7": "\U000118c6",
    "8": "ȣ৪੪\U0001031a\U0001e8cb",
    "9": "৭੧୨൭\U000118cc\U000118d6",
    "a": "ɑαа",
    "b": "ᖯ",
    "c": "сᴄⲥ\U0001043d",
    "d": "ԁᑯꓒ",
    "e": "еҽꬲ",
    "f": "քẝꞙꬵ",
    "g": "ƍɡցᶃ",
    "h": "һհ",
    "i": "ıɩɪιіӏꙇ\U000118c3",
    "j": "ϳј",
    "k": "κ",
    "l": "1łǀ\u05d5\u05df\u0627\u0661۱\u07caᛁⵏꓲ\U0001028a\U00010309\U00010320\U00016f28\U0001e8c7",
    "n": "ոռ",
    "o": (
        "0οσоօ\u05e1\u0647\u0665\u06be\u06c1\u06d5۵०੦૦௦౦೦ഠ൦๐໐ဝ၀ჿᴏᴑⲟꬽ\U0001042c\U000104ea"
        "\U000118c8\U000118d7"
    ),
    "p": "ρрⲣ",
    "q": "ԛգզ",
    "r": "гᴦⲅꭇꭈ",
    "s": "ƽѕꜱ\U00010448\U000118c1",
    "t": "τ",
    "u": "ʋυսᴜꞟꭎꭒ\U000104f6\U000118d8",
    "v": "νѵ\u05d8ᴠ\U00011706\U000118c0",
    "w": "ɯѡԝաᴡ\U0001170a\U0001170e\U0001170f",
    "x": "χхᕁᕽ",
    "y": "ɣʏγуүყᶌỿꭚ\U000118dc",
    "z": "ᴢ\U000118c4",
}  # fmt: skip
