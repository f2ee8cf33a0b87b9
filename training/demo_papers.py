"""The words of the demo case's two printed papers, in the small markup that `demo_pdf.py` sets.

`~` inside a word is a place where it may be hyphenated, `^3` the mark of footnote 3, `{bar 90}` a black bar of 90
points with nothing under it, `{under WORDS}` a bar drawn over words that stay in the file.
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
            "Chromic acid ran for some forty min~utes into the river that sup~plies Hexley with its drink~ing water, and "
            "for three days af~ter~ward al~most no~body who drank it was told. This re~port de~scribes the re~lease "
            "and what was done about it by the two in~sti~tu~tions that knew: Kettle~bright Metal Fin~ish~ing, Inc. "
            "(“Kettlebright”), and the Larrow River Water Dis~trict (the “District”).",
            "The rub~ber lin~ing of Tank 4 at Kettle~bright’s works in Up~per Ket~tle gave way be~tween 1:50 and 2:10 "
            "a.m. on March 8, 2023. The con~tents drained to a floor chan~nel whose gate should have been shut. It was "
            "open be~cause {bar 120} had asked for it to be left open dur~ing clean~ing.^1",
            "Kettle~bright re~ported a loss of 900 gal~lons.^2 From the level marks in the tank and the log of the "
            "trans~fer pump the Di~vi~sion cal~cu~lates a loss of 2,400 gal~lons, with an un~cer~tainty of 200 gal~lons "
            "ei~ther way.^3 The com~pany’s man~age~ment told the Di~vi~sion that it stands by its fig~ure.",
            "The larg~est con~cen~tra~tion of chro~mium mea~sured at the in~take was 0.34 mil~li~grams per liter, more "
            "than three times the limit of the state. The in~take re~mained open un~til 5 p.m. on March 10. The pub~lic "
            "no~tice fol~lowed at 4 p.m. on March 11.",
            "In~spec~tors vis~ited the works and the in~take from March 13 through March 16 and in~ter~viewed nine "
            "peo~ple, of whom {bar 46} asked that their names be with~held. The De~part~ment re~ceived no no~tice of "
            "the re~lease from ei~ther in~sti~tu~tion be~fore March 12. It was first in~formed, by tele~phone, on that "
            "day, by a mem~ber of the pub~lic.",
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
            "Dario Quillon, who man~ages the night shift, found the floor yel~low when he came back from the load~ing "
            "dock shortly af~ter 2 a.m.^4 He shut the trans~fer pump by hand. He stated that he then tele~phoned "
            "{bar 96} and was told to call no~body else. He did not fol~low that in~struc~tion. At 2:52 a.m., ac~cord~ing "
            "to the tele~phone com~pany’s record, he called the con~trol room of the in~take, where the call was "
            "an~swered by the process op~er~a~tor, Maren Adeyinka.^5",
            "Ms. Adeyinka stated that the caller said “some~thing yel~low” was com~ing and gave the name "
            "Quillon but would not spell it. She drew a sam~ple. At 3:12 a.m. she wrote by email to Theodora Holm, the "
            "Dis~trict’s Gen~eral Man~ager, and to Luther Pham, its Op~er~a~tions Su~per~vi~sor, that chro~mium was "
            "pre~sent and that the in~take should be shut.^6",
            "The data log~ger at the in~take re~corded an alarm at 2:43 a.m. and its ac~knowl~edg~ment eleven sec~onds "
            "later. The log does not show who ac~knowl~edged it. Mr. Pham, who was at home, stated that it was not he. "
            "Ms. Adeyinka stated that the alarm can~not be heard in the pump hall. The op~er~a~tor on the sec~ond desk, "
            "{bar 104}, de~clined to be in~ter~viewed.",
            "Mr. Pham tele~phoned Ms. Holm at about 6:30 a.m. He re~called that she wanted “a sec~ond sam~ple and a "
            "sec~ond pair of eyes.”^7 He took the sec~ond sam~ple him~self at 8:20 a.m. It agreed with the first. He told "
            "the Di~vi~sion that he called Ms. Holm again within the hour and gave her the re~sult. Ms. Holm does not "
            "re~call a sec~ond call. The tele~phone record shows one, of four min~utes, at 8:51 a.m.^8",
            "No~body told the De~part~ment. Asked why, Ms. Holm said that she un~der~stood the plant would do so. Asked "
            "the same ques~tion, Casimir Dubrow, the owner of Kettle~bright, said that he had been ad~vised by his "
            "in~surer, {bar 130}, that the duty lay",
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
            "+ with the Dis~trict once the acid had left his prop~erty. The in~surer has not an~swered the Di~vi~sion’s "
            "let~ter of March 24.^9",
            "# 3. Contacts between the District and Kettlebright, March 8 to 13",
            "The fol~low~ing is taken from tele~phone records, cal~en~dars and in~ter~views. It is not com~plete. "
            "Con~tacts by text mes~sage could not be re~cov~ered from the tele~phone of Mr. Dubrow, which he re~ported "
            "lost on March 14.",
            "March 8, 2:52 a.m. Dario Quillon calls the in~take.",
            "March 8, in the morn~ing. Mr. Dubrow’s as~sis~tant ex~changes emails with Ms. Holm and ar~ranges a "
            "meet~ing.^10",
            "March 8, evening. Mr. Dubrow tele~phones Arkady Zholtin, a hy~drol~o~gist, in France. Mr. Zholtin stated "
            "that the two have known each other since the 1990s.^11",
            "March 9, 12:30 p.m. Mr. Dubrow and Ms. Holm meet at the Weir House in Up~per Ket~tle. Both con~firmed the "
            "meet~ing. They dif~fer about its sub~ject.",
            "March 9, af~ter~noon. Ms. Holm en~gages Mr. Zholtin on be~half of the Dis~trict. No other con~sul~tant was "
            "asked.",
            "March 10, about noon. Mr. Zholtin ar~rives at the in~take with {bar 60}. He takes three sam~ples. Later that "
            "day he speaks to Ms. Holm by tele~phone.",
            "March 10, 7 p.m. The board of the Dis~trict meets in spe~cial ses~sion and re~news Kettle~bright’s "
            "dis~charge agree~ment.",
            "March 11. Mr. Dubrow pays {bar 72} the sum of {bar 40}. The Di~vi~sion was shown the check and has not "
            "de~ter~mined what it was for.",
            "March 13. Ms. Holm trav~els to Alder~moor and briefs Com~mis~sioner Solveig Anand. She did not men~tion the "
            "meet~ing of March 9.^12",
            "Four of the con~tacts above were not en~tered in the Dis~trict’s vis~i~tor and tele~phone reg~is~ter, as "
            "its own rules re~quire. Ms. Holm be~lieved that the rule ap~plied to the of~fices only. The rule says oth~er~wise.^13",
        ),
        (
            "9. Dubrow 3/16/23 Interview, at 7.",
            "10. 3/8/23 Email, Nandakumar to Holm (10:05 a.m.).",
            "11. Zholtin 3/16/23 Interview, at 1.",
            "12. Anand, Memorandum to File (3/22/23), at 1.",
            "13. District Rule 8 (Ex. 12), at 3.",
        ),
        columns=2,
    ),
    Sheet(
        (
            "# 4. What was said about the delay",
            "Ms. Holm was in~ter~viewed twice. On March 14 she stated that the lunch with Mr. Dubrow was so~cial and that "
            "the spill “came up, as the weather comes up.” She de~nied that he had asked her for any~thing.^14",
            "Her sec~ond in~ter~view, on March 16, was at her own re~quest and in the pres~ence of coun~sel. She stated "
            "that {under Mr. Dubrow had asked her to let the board finish first} and that she had given him no "
            "an~swer.^15 Coun~sel asked that this pas~sage be with~held from the pub~lic copy.",
            "Mr. Dubrow de~nied that he had made any re~quest. He stated that he “would not in~sult her by ask~ing.”^16 "
            "If a re~quest was made, it would be for the At~tor~ney Gen~eral to con~sider whether it was un~law~ful; this "
            "Di~vi~sion ex~presses no view.",
            "Two em~ploy~ees of the Dis~trict, in~ter~viewed sep~a~rately, stated that they had heard from Mr. Pham on or "
            "about March 9 that the no~tice was be~ing held for the vote. Nei~ther had spo~ken to Ms. Holm. Mr. Pham, "
            "asked about this on March 14, said that he pre~ferred not to dis~cuss what his man~ager had told him in "
            "con~fi~dence.^17",
            "Mr. Zholtin told the Di~vi~sion that he had ad~vised im~me~di~ate no~tice. His writ~ten opin~ion, dated "
            "March 10, con~sists of one page, of which the sec~ond para~graph reads in full: {bar 300} {bar 210}. The "
            "Dis~trict claims that it is priv~i~leged.",
            "Dario Quillon stated that he told no~body out~side the plant but the in~take, and in par~tic~u~lar that he "
            "did not tell his sis~ter, Coun~cil~lor Ilse Quillon. Ms. Quillon was not in~ter~viewed. The Di~vi~sion has "
            "no in~for~ma~tion that she knew of the re~lease be~fore March 11.^18",
            "An em~ployee of Kettle~bright, {bar 88}, stated that the bulge in the lin~ing of Tank 4 was known “since "
            "early Feb~ru~ary” and that a work or~der for it had been can~celed. The com~pany pro~duced the work or~der. "
            "The can~cel~la~tion is signed {bar 64}.",
        ),
        (
            "14. Holm 3/14/23 Interview, at 3.",
            "15. Holm 3/16/23 Interview, at 1-2.",
            "16. Dubrow 3/16/23 Interview, at 4.",
            "17. Pham 3/14/23 Interview, at 9.",
            "18. D. Quillon 3/15/23 Interview, at 6.",
        ),
    ),
    Sheet(
        (
            "# 5. What could not be established",
            "It is not known who ac~knowl~edged the alarm at 2:43 a.m. It is not known whether Kettle~bright’s "
            "man~age~ment had the pump log in hand when it re~ported 900 gal~lons. The Di~vi~sion could not es~tab~lish "
            "what was dis~cussed at the Weir House, nor who, if any~one, told the mem~bers of the board.",
            "The Di~vi~sion asked the Dis~trict on March 17 for the mail~boxes of Ms. Holm and Ms. Okpara. It re~ceived "
            "them on April 5. Mes~sages sent be~tween 3 a.m. and 7 a.m. on March 8 were miss~ing from both. The "
            "Dis~trict has not ex~plained this.^19",
            "# 6. Recommendations",
            "The Di~vi~sion rec~om~mends that Kettle~bright be or~dered to re~line all six tanks; that the Dis~trict be "
            "re~quired to no~tify the De~part~ment within one hour of an alarm at the in~take; and that the mat~ters "
            "de~scribed in sec~tion 4 be re~ferred to the At~tor~ney Gen~eral. The re~fer~ral was made on April 20.",
            "A hear~ing on the pro~posed or~der is planned for June 20, 2023, in Alder~moor. Kettle~bright has told the "
            "De~part~ment that it will at~tend. The Dis~trict has not yet re~plied.",
            "Odile Ransome, Senior Inspector",
        ),
        ("19. Letter, Ransome to District Counsel (3/17/23); District Production (4/5/23), index at 1.",),
    ),
)

LETTER_HEAD = ("Oduya & Strand, Attorneys at Law", "9 Assize Court, Aldermoor, Vandry")
LETTER = (
    "April 10, 2023",
    "Lorcan Abara, Editor\nThe Hexley Sentinel\n40 Printers’ Row, Hexley",
    "Re: Your article of April 3, “The alarm at the intake, and the three days after it”",
    "Dear Mr. Abara:",
    "Two sen~tences in your ar~ti~cle of last Mon~day are go~ing to cost your news~pa~per money un~less you with~draw "
    "them. I write for Kettle~bright Metal Fin~ish~ing, Inc., and for its owner, Casimir Dubrow.",
    "First, no child has been treated for chro~mium. I spoke on Thurs~day to Dr. Anneke Bhattacharya of Hexley Gen~eral "
    "Hos~pi~tal, who told me that she had seen no such case and that no~body from your pa~per had asked her. I re~quest a "
    "cor~rec~tion by April 17.",
    "Sec~ond, you sug~gest that Mr. Dubrow met Ms. Holm in or~der to de~lay a no~tice to the pub~lic. Mr. Dubrow and "
    "Ms. Holm shared a neigh~borly meal, as they have done two or three times a year since the old mill closed. My "
    "client did not ask Ms. Holm to wait, for a day or for an hour. He in~forms me that the spill was hardly spo~ken of.",
    "As to the rest: my client’s en~gi~neers cal~cu~lated the loss at 900 gal~lons and my client stands by their work. "
    "Had your re~porter called me in place of the plant’s night switch~board, I would have told her so. Mr. Dario "
    "Quillon has in~structed me that he wishes to make no com~ment of any kind.",
    "If you in~tend to pub~lish fur~ther on the sub~ject of Tank 4, please send me your ques~tions in writ~ing. I will "
    "an~swer those that I may.",
    "Yours truly,",
    "Bram Oduya",
    "cc: Casimir Dubrow",
)
