"""Cries for help in scripts that put no spaces between words, so that no pattern of words finds them.

Each is read as an English sentence of the same meaning, which the rules then judge. A question about such a thing
("can kratom cause a seizure?") is left alone. Texts come as `cleaning.clean` returns them, in NFKC.
"""

import re
import unicodedata

_ASKING = "(?:ไหม|มั้ย|หรือไม่|หรือเปล่า|อย่างไร|ยังไง|คืออะไร|ได้หรือ)"
_NOT_ASKED = rf"(?!.{{0,25}}{_ASKING})"
_PERSON = "(?:เขา|เธอ|มัน|เพื่อน|แฟน|สามี|ภรรยา|เมีย|พี่|น้อง|พ่อ|แม่|ลูก|ฉัน|ผม|หนู|เรา|คนนี้|ยาย|ตา|ย่า|ปู่)"
_MEANT = {
    # Thai
    "อยากตาย": "i want to die",
    "ฆ่าตัวตาย(?!คือ)": "i want to kill myself",
    "จบชีวิต(?:ตัวเอง|ตนเอง|ลง|ของฉัน|ของผม|ของตัวเอง)": "i want to kill myself",
    "ไม่อยาก(?:มีชีวิต|อยู่บนโลก|อยู่ในโลก|อยู่แล้ว|อยู่อีก|ตื่นอีก|ตื่นขึ้นมา|ตื่นมาอีก)": "i dont want to live",
    f"ไม่หายใจ{_NOT_ASKED}": "he is not breathing",
    f"หมดสติ{_NOT_ASKED}": "he is unconscious",
    "(?:ปลุก|เรียก)(?:เท่าไร|เท่าไหร่|ยังไงก็|เขา|เธอ)?ไม่(?:ตื่น|รู้สึกตัว)": "he will not wake up",
    f"{_PERSON}.{{0,15}}(?:ใช้|กิน|เสพ)(?:ยา|กระท่อม|น้ำกระท่อม)?เกินขนาด{_NOT_ASKED}": "he has overdosed",
    f"กินยา(?:ไป)?(?:หมด|ทั้ง)(?:ขวด|แผง|กระปุก){_NOT_ASKED}": "i took all of my pills",
    f"(?:กำลัง|ยัง)ชัก(?!ชวน|จูง|โครก|ช้า){_NOT_ASKED}": "he is having a seizure right now",
    f"{_PERSON}.{{0,15}}ชัก(?:เกร็ง|ไม่หยุด)?อยู่{_NOT_ASKED}": "he is having a seizure right now",
    "(?:ลูก|หลาน|ทารก|เด็ก).{0,20}(?:กลืน|กิน|ดื่ม).{0,25}เข้าไป(?!.{0,12}(?:ได้ไหม|ได้มั้ย))": "my child swallowed some",
    f"(?:เลิก|หยุด|ขาด|ถอน).{{0,15}}มา.{{0,15}}วัน.{{0,25}}(?:ภาพหลอน|ประสาทหลอน|เป็นลม){_NOT_ASKED}": (
        "i am in withdrawal and hallucinating and i passed out"
    ),
    # Chinese
    "想死": "i want to die",
    "不想活": "i dont want to live",
    "没有呼吸": "he is not breathing",
    # Japanese
    "死にたい": "i want to die",
    "息をしていない": "he is not breathing",
}
_READ = tuple((re.compile(unicodedata.normalize("NFKC", said)), meant) for said, meant in _MEANT.items())


def read_unspaced(text: str) -> str:
    """Return a message with what it says in such scripts put into English, as sentences of their own."""
    if text.isascii():
        return text
    for said, meant in _READ:
        text = said.sub(f" . {meant} . ", text)
    return text
