"""Writes the minutes of the demo case: `python -m training.demo_docx [FOLDER]`, the same every time."""

import sys
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document

PILE = Path(__file__).resolve().parents[1] / "src" / "sayso" / "demo_case" / "pile"
WRITTEN = datetime(2023, 4, 4, 10, 0)

TITLE = "Minutes of the Regular Meeting of March 28, 2023"
OPENING = (
    "The regular meeting that should have filled nine chairs filled the gymnasium. The President, Amos Tredway, "
    "called it to order at 7:04 p.m. and asked that people standing on the bleachers come down.",
    "These minutes were taken by Yusra Lindqvist-Bell, Clerk, and were approved as corrected on April 4, 2023.",
)
ROLL = (
    ("Member", "Seat", "Vote of March 10 on Item 1"),
    ("Amos Tredway, President", "At large", "Yes"),
    ("Henrietta Osei-Crane", "Hexley Flats", "No"),
    ("Wilhelmina Sato", "Hexley Hill", "Yes"),
    ("Cormac Delacroix-Ruiz", "Upper Kettle", "Yes"),
    ("Anselm Ruddock", "Villages, north", "Yes"),
    ("Parveen Hollander", "Villages, south", "No"),
    ("Josef Wainwright", "At large", "Yes"),
)
SECTIONS = (
    (
        "Item 1. Minutes of the special session of March 10",
        "Ms. Osei-Crane moved to correct the minutes of the special session. She stated that she had asked, "
        "before the vote, whether there was anything about the plant that the board should hear, and that neither "
        "the question nor the laughter had been written down. Mr. Tredway said that he did not recall a "
        "question. Ms. Hollander said that she recalled it well. The correction carried, four to two, Mr. Tredway "
        "abstaining.",
    ),
    (
        "Item 2. Report of the General Manager",
        "Ms. Holm reported that the mains had been flushed twice and that the last nine samples were within the "
        "limit. She said that the District had had no confirmed indication of chromium before the afternoon of "
        "Friday, March 10, and that it had told the public the next day.",
        "Ms. Osei-Crane asked whether anyone at Kettlebright had been in touch with the District before that Friday. "
        "Ms. Holm answered that she would not discuss private appointments.",
        "Ms. Osei-Crane asked whether the General Manager had received a message from an operator on the night of "
        "March 8. Ms. Holm said: “I receive two hundred messages a day. I can’t tell you tonight what each of them "
        "said.” She denied that she had instructed anyone to delete a message.",
        "Mr. Wainwright asked what the consultant had cost. Ms. Holm said that the contract with Dr. Zholtin was for "
        "$26,000, that it had been paid in full on March 17, and that nothing more was owed.",
    ),
    (
        "Item 3. Report of counsel",
        "Counsel advised that an employee, [REDACTED], had been placed on leave and that members should not speak "
        "about it. Counsel expects a lawsuit. Asked by Ms. Hollander whether the leave had to do with the spill, "
        "counsel declined to answer in open session.",
    ),
    (
        "Item 4. Public comment",
        "Ekaterina Bligh, of Sluice Street, said that her tap had run yellow at five in the morning of March 9 "
        "and that she had telephoned the District at six. She was told that the lines were being flushed. She "
        "asked who had told the man on the telephone to say so. Ms. Holm undertook to find out. No answer had "
        "been received when these minutes were approved.",
        "County Councillor Ilse Quillon said that she spoke for the health committee and not for any member of "
        "her family. She said that she had learned of the spill from the public notice, like everybody else, and "
        "that she would ask the county to pay for testing in the schools.",
        "A man who gave his name as Thaddeus Quillon, and who said that he was no relation, asked that the "
        "newspapers print first names.",
        "Walter Iyengar, who retired from the intake in 2019, said that in his time the alarm could be heard in "
        "Upper Kettle. “Either they turned it down or they turned it off,” he said. He "
        "added that in his day Teddy Holm answered the telephone herself. Mr. Pham, present, shook his "
        "head and did not reply.",
    ),
    (
        "Item 5. Next steps",
        "The board directed the General Manager to report in April on how the public is warned. It agreed to hold "
        "a joint meeting with the county council in early May; the date is to be settled by the two presidents. "
        "Mr. Ruddock proposed to ask Kettlebright’s owner, Casimir Dubrow, to attend. The Clerk wrote to Mr. "
        "Dubrow on March 29. He has not answered.",
        "The meeting was adjourned at 10:51 p.m. [The discussion in closed session, from 9:40 to 10:15, is left out "
        "of the public minutes.]",
    ),
)


def minutes() -> bytes:
    """The document's bytes."""
    document = Document()
    properties = document.core_properties
    properties.title = TITLE
    properties.author = "Yusra Lindqvist-Bell"
    properties.comments = ""
    properties.created = properties.modified = WRITTEN
    document.sections[0].header.paragraphs[0].text = "Larrow River Water District · Board minutes"
    document.add_heading(TITLE, level=0)
    document.add_paragraph("Larrow River Water District, Board of Directors")
    for paragraph in OPENING:
        document.add_paragraph(paragraph)
    document.add_heading("Roll", level=1)
    table = document.add_table(rows=0, cols=len(ROLL[0]), style="Light Grid Accent 1")
    for row in ROLL:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    for heading, *paragraphs in SECTIONS:
        document.add_heading(heading, level=1)
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
    saved = BytesIO()
    document.save(saved)
    return _undated(saved.getvalue())


def _undated(data: bytes) -> bytes:
    """The same archive without the time of its making."""
    packed = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(packed, "w") as target:
        for name in source.namelist():
            target.writestr(ZipInfo(name, WRITTEN.timetuple()[:6]), source.read(name), ZIP_DEFLATED)
    return packed.getvalue()


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else PILE
    (folder / "16-board-minutes.docx").write_bytes(minutes())
