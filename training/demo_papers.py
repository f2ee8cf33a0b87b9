"""The words of the demo case's two printed papers, in the small markup that `demo_pdf.py` sets.

`^3` is the mark of footnote 3, `{bar 90}` a black bar of 90 points with nothing under it, `{under WORDS}` a bar drawn
over words that stay in the file.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sheet:
    """One printed page. A paragraph that starts with `# ` is a heading, with `+ ` the rest of one begun before."""

    paragraphs: tuple[str, ...]
    footnotes: tuple[str, ...] = ()
    columns: int = 1


REPORT_HEAD = "Vandry DEQ · Inspection Report 23-0417 · Public copy"
REPORT_TITLE = (
    "State of Vandry",
    "Department of Environmental Quality, Division of Inspections",
    "Inspection Report 23-0417",
    "Release of Chromic Acid to the Larrow River at Upper Kettle",
    "Odile Ransome, Senior Inspector · Issued April 21, 2023",
)
REPORT = (
    Sheet(
        (
            "# 1. Summary",
            "Chromic acid ran for some forty minutes into the river that supplies Hexley with its drinking water, "
            "and for three days afterward almost nobody who drank it was told. This report describes the release "
            "and what was done about it by the two institutions that knew: Kettlebright Metal Finishing, Inc. "
            "(“Kettlebright”), and the Larrow River Water District (the “District”).",
            "The rubber lining of Tank 4 at Kettlebright’s works in Upper Kettle gave way between 1:50 and 2:10 "
            "a.m. on March 8, 2023. The contents drained to a floor channel whose gate should have been shut. It "
            "was open because {bar 120} had asked for it to be left open during cleaning.^1",
            "Kettlebright reported a loss of 900 gallons.^2 From the level marks in the tank and the log of the "
            "transfer pump the Division calculates a loss of 2,400 gallons, with an uncertainty of 200 gallons "
            "either way.^3 The company’s management told the Division that it stands by its figure.",
            "The largest concentration of chromium measured at the intake was 0.34 milligrams per liter, more "
            "than three times the limit of the state. The intake remained open until 5 p.m. on March 10. The "
            "public notice followed at 4 p.m. on March 11.",
            "Inspectors visited the works and the intake from March 13 through March 16 and interviewed nine "
            "people, of whom {bar 46} asked that their names be withheld. The Department received no notice of "
            "the release from either institution before March 12. It was first informed, by telephone, on that "
            "day, by a member of the public.",
        ),
        (
            "1. [Name withheld] 3/15/23 Interview, at 2.",
            "2. Kettlebright, Initial Report of Release (3/12/23), at 1.",
            "3. Pump Log (Ex. 3), at 11; Ransome, Calculation of Volume (3/20/23), at 2-4.",
        ),
    ),
    Sheet(
        (
            "# 2. The night of March 8",
            "Dario Quillon, who manages the night shift, found the floor yellow when he came back from the "
            "loading dock shortly after 2 a.m.^4 He shut the transfer pump by hand. He stated that he then "
            "telephoned {bar 96} and was told to call nobody else. He did not follow that instruction. At 2:52 "
            "a.m., according to the telephone company’s record, he called the control room of the intake, where "
            "the call was answered by the process operator, Maren Adeyinka.^5",
            "Ms. Adeyinka stated that the caller said “something yellow” was coming and gave the name Quillon but "
            "would not spell it. She drew a sample. At 3:12 a.m. she wrote by email to Theodora Holm, the "
            "District’s General Manager, and to Luther Pham, its Operations Supervisor, that chromium was present "
            "and that the intake should be shut.^6",
            "The data logger at the intake recorded an alarm at 2:43 a.m. and its acknowledgment eleven seconds "
            "later. The log does not show who acknowledged it. Mr. Pham, who was at home, stated that it was not "
            "he. Ms. Adeyinka stated that the alarm cannot be heard in the pump hall. The operator on the second "
            "desk, {bar 104}, declined to be interviewed.",
            "Mr. Pham telephoned Ms. Holm at about 6:30 a.m. He recalled that she wanted “a second sample and a "
            "second pair of eyes.”^7 He took the second sample himself at 8:20 a.m. It agreed with the first. He "
            "told the Division that he called Ms. Holm again within the hour and gave her the result. Ms. Holm "
            "does not recall a second call. The telephone record shows one, of four minutes, at 8:51 a.m.^8",
            "Nobody told the Department. Asked why, Ms. Holm said that she understood the plant would do so. "
            "Asked the same question, Casimir Dubrow, the owner of Kettlebright, said that he had been advised by "
            "his insurer, {bar 130}, that the duty lay",
        ),
        (
            "4. D. Quillon 3/15/23 Interview, at 1.",
            "5. D. Quillon 3/15/23 Interview, at 2-3; Telephone Record (Ex. 7), at 4.",
            "6. 3/8/23 Email, Adeyinka to Holm & Pham (3:12 a.m.); Adeyinka 3/13/23 Interview, at 3.",
            "7. Pham 3/14/23 Interview, at 2; 3/8/23 Email, Pham to Adeyinka (6:41 a.m.).",
            "8. Pham 3/14/23 Interview, at 4; Holm 3/14/23 Interview, at 5; Telephone Record (Ex. 7), at 6.",
        ),
    ),
    Sheet(
        (
            "+ with the District once the acid had left his property. The insurer has not answered the Division’s "
            "letter of March 24.^9",
            "# 3. Contacts between the District and Kettlebright, March 8 to 13",
            "The following is taken from telephone records, calendars and interviews. It is not complete. "
            "Contacts by text message could not be recovered from the telephone of Mr. Dubrow, which he reported "
            "lost on March 14.",
            "At 2:08 a.m. on March 8 Dario Quillon telephoned {bar 84}. The call lasted nine minutes. He called the "
            "intake at 2:52 a.m.",
            "Later that morning Mr. Dubrow’s assistant, Pilar Nandakumar, exchanged emails with Ms. Holm and "
            "arranged a meeting.^10 Ms. Nandakumar resigned in early April. She stated that she was asked to keep "
            "the meeting out of the diary and that she did so.",
            "On the evening of March 8 Mr. Dubrow telephoned Arkady Zholtin, a hydrologist, in France. Mr. Zholtin "
            "stated that the two have known each other since the 1990s and that Mr. Dubrow described the loss as "
            "“a bathtub or two.”^11",
            "At 12:30 p.m. on March 9 Mr. Dubrow and Ms. Holm met at the Weir House in Upper Kettle. Both confirmed "
            "the meeting. They differ about its subject. According to the inn’s receipt it ended at 1:50 p.m.",
            "Ms. Holm called Mr. Pham from her car at 2:05 p.m. and spoke to him for eleven minutes. In the late "
            "afternoon she engaged Mr. Zholtin on behalf of the District. No other consultant was asked.",
            "Mr. Zholtin flew to Aldermoor on the morning of March 10 and was at the intake by noon, together with "
            "{bar 60}. He took three samples. Later that day he spoke to Ms. Holm by telephone. Mr. Pham, who was in "
            "the room, made notes of the call, which the District has produced.^12",
            "The board of the District met in special session at 7 p.m. on March 10 and renewed Kettlebright’s "
            "discharge agreement. Mr. Dubrow sat in the second row. Three members of the board stated that he spoke "
            "to nobody; a fourth, {bar 70}, stated that Mr. Dubrow shook hands with the president.",
            "On March 11 Mr. Dubrow paid {bar 72} the sum of {bar 40}. The Division was shown the check and has not "
            "determined what it was for.",
            "Two days later Ms. Holm traveled to Aldermoor and briefed Commissioner Solveig Anand. She did not "
            "mention the meeting of March 9.^13",
            "Between March 8 and March 13 neither Ms. Holm nor Mr. Dubrow called the county’s health officer, who "
            "learned of the release from a school principal.",
            "Four of the contacts above were not entered in the District’s visitor and telephone register, as its "
            "own rules require. Ms. Holm believed that the rule applied to the offices only. The rule says "
            "otherwise.^14",
            "# Samples",
            "Ms. Adeyinka’s bottle, which she had kept in her refrigerator, was collected on March 13. The state "
            "laboratory measured 0.34 milligrams per liter. Mr. Pham’s sample, taken at 8:20 a.m. on March 8, "
            "measured 0.29. The samples that Mr. Zholtin took on March 10 are said to have measured between 0.02 and "
            "0.04. They were discarded, and the laboratory that he named has no record of them.^15",
        ),
        (
            "9. Dubrow 3/16/23 Interview, at 7.",
            "10. 3/8/23 Email, Nandakumar to Holm (10:05 a.m.).",
            "11. Zholtin 3/16/23 Interview, at 1.",
            "12. Pham Notes of Call (Ex. 9), at 1.",
            "13. Anand, Memorandum to File (3/22/23), at 1.",
            "14. District Rule 8 (Ex. 12), at 3; Holm 3/14/23 Interview, at 8.",
            "15. State Laboratory Certificate (Ex. 15), at 1; Zholtin 3/16/23 Interview, at 6.",
        ),
        columns=2,
    ),
    Sheet(
        (
            "# 4. What was said about the delay",
            "Ms. Holm was interviewed twice. On March 14 she stated that the lunch with Mr. Dubrow was social and "
            "that the spill “came up, as the weather comes up.” She denied that he had asked her for "
            "anything.^16",
            "Her second interview, on March 16, was at her own request and in the presence of counsel. She stated "
            "that {under Mr. Dubrow had asked her to let the board finish first} and that she had given him no "
            "answer.^17 Counsel asked that this passage be withheld from the public copy.",
            "Mr. Dubrow denied that he had made any request. He stated that he “would not insult her by "
            "asking.”^18 If a request was made, it would be for the Attorney General to consider whether it was "
            "unlawful; this Division expresses no view.",
            "Two employees of the District, interviewed separately, stated that they had heard from Mr. Pham on "
            "or about March 9 that the notice was being held for the vote. Neither had spoken to Ms. Holm. Mr. "
            "Pham, asked about this on March 14, said that he preferred not to discuss what his manager had told "
            "him in confidence.^19",
            "Mr. Zholtin told the Division that he had advised immediate notice. His written opinion, dated March "
            "10, consists of one page, of which the second paragraph reads in full: "
            "{bar 52} {bar 34} {bar 70} {bar 88} {bar 41} {bar 63} {bar 29} "
            "{bar 95} {bar 57} {bar 80} {bar 36}. The "
            "District claims that it is privileged.",
            "Dario Quillon stated that he told nobody outside the plant but the intake, and in particular that he "
            "did not tell his sister, Councillor Ilse Quillon. Ms. Quillon was not interviewed. The Division has "
            "no information that she knew of the release before March 11.^20",
            "An employee of Kettlebright, {bar 88}, stated that the bulge in the lining of Tank 4 was known "
            "“since early February” and that a work order for it had been canceled. The company produced the work "
            "order. The cancellation is signed {bar 64}. A new lining was ordered in late March "
            "and is to be delivered in early June.",
        ),
        (
            "16. Holm 3/14/23 Interview, at 3.",
            "17. Holm 3/16/23 Interview, at 1-2.",
            "18. Dubrow 3/16/23 Interview, at 4.",
            "19. Pham 3/14/23 Interview, at 9.",
            "20. D. Quillon 3/15/23 Interview, at 6.",
        ),
    ),
    Sheet(
        (
            "# 5. What could not be established",
            "This report leaves open more than the Division would like. "
            "It is not known who acknowledged the alarm at 2:43 a.m. It is not known whether Kettlebright’s "
            "management had the pump log in hand when it reported 900 gallons. The Division could not establish "
            "what was discussed at the Weir House, nor who, if anyone, told the members of the board.",
            "The Division asked the District on March 17 for the mailboxes of Ms. Holm and Ms. Okpara. It "
            "received them on April 5. Messages sent between 3 a.m. and 7 a.m. on March 8 were missing from both. "
            "The District has not explained this.^21",
            "# 6. Recommendations",
            "The Division recommends that Kettlebright be ordered to reline all six tanks; that the District be "
            "required to notify the Department within one hour of an alarm at the intake; and that the matters "
            "described in section 4 be referred to the Attorney General. The referral was made on April 20.",
            "A hearing on the proposed order is planned for June 20, 2023, in Aldermoor. Kettlebright has told "
            "the Department that it will attend. The District has not yet replied.",
            "Odile Ransome, Senior Inspector",
        ),
        ("21. Letter, Ransome to District Counsel (3/17/23); District Production (4/5/23), index at 1.",),
    ),
)

LETTER_HEAD = ("Oduya & Strand, Attorneys at Law", "9 Assize Court, Aldermoor, Vandry")
LETTER = (
    "April 10, 2023",
    "Lorcan Abara, Editor\nThe Hexley Sentinel\n40 Printers’ Row, Hexley",
    "Re: Your article of April 3, “The alarm at the intake, and the three days after it”",
    "Dear Mr. Abara:",
    "Two sentences in your article of last Monday are going to cost your newspaper money unless you withdraw "
    "them. I write for Kettlebright Metal Finishing, Inc., and for its owner, Casimir Dubrow.",
    "First, no child has been treated for chromium. I spoke on Thursday to Dr. Anneke Bhattacharya of Hexley "
    "General Hospital, who told me that she had seen no such case and that nobody from your paper had asked her. "
    "I request a correction by April 17.",
    "Second, you suggest that Mr. Dubrow met Ms. Holm in order to delay a notice to the public. Mr. Dubrow and "
    "Ms. Holm shared a neighborly meal, as they have done two or three times a year since the old mill closed. My "
    "client did not ask Ms. Holm to wait, for a day or for an hour. He informs me that the spill was hardly "
    "spoken of.",
    "As to the rest: my client’s engineers calculated the loss at 900 gallons and my client stands by their work. "
    "Had your reporter called me in place of the plant’s night switchboard, I would have told her so. Mr. Dario "
    "Quillon has instructed me that he wishes to make no comment of any kind.",
    "If you intend to publish further on the subject of Tank 4, please send me your questions in writing. I will "
    "answer those that I may.",
    "Yours truly,",
    "Bram Oduya",
    "cc: Casimir Dubrow",
)
