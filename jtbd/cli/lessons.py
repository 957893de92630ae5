"""What `--help` teaches: of each command what it does, what it writes, how it ends, and an example to start from.

Lines have at most 80 characters, so that they stand in a narrow terminal as they stand here.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Lesson(NamedTuple):
    """The help of one command: a line for the list of commands, a text for its own page, and examples."""

    summary: str
    text: str
    example: str


INTRO: Final = """\
Common Job: find out over one coffee whether two businesses complete each
other, and sign what follows. Without a command it opens the app in the
browser, on this laptop only. Nothing leaves the machine by itself."""

OUTRO: Final = """\
a first round, from an example to a sheet that both have signed:
  jtbd score example-harbour-estates-northline-cabling
  jtbd key new
  jtbd sheet example-harbour-estates-northline-cabling --out signed
  jtbd sign signed/draft-1.yaml --party a
  jtbd sign signed/draft-1.yaml --party b
  jtbd verify signed/sheet-1.yaml

exit status:
  0  it holds, or it is done
  1  it does not hold: verify of anything but a complete sheet, check of a
     readable file with faults
  2  bad usage, an unreadable file or, for every other command, a faulty one

environment:
  JTBD_CANVASES    the folder of canvases, where --canvases does not say
  JTBD_CONFIG      the folder of keys and settings
  JTBD_PASSPHRASE  the passphrase of your key, where nobody is there to type it
  JTBD_TSA_URL     the time-stamping authority that `jtbd timestamp` asks

`jtbd COMMAND --help` says more of each command."""

CHECK: Final = Lesson(
    "name all faults of files, each with its line",
    """\
Names every fault of each file with its line, its column and what to write
instead. Takes canvases (the folder of one will do), commitment sheets and job
templates. Changes nothing.

Exit 0: all hold. 1: one has faults. 2: one cannot be read, or a newer version
of this program wrote it.""",
    "jtbd check canvases/*/canvas.yaml",
)

SCORE: Final = Lesson(
    "say whether the two complete each other, and why",
    """\
Says whether the two parties complete each other in the job, compete for it or
have too little in common; why; and whether doing it together is worth more
than apart. --json gives every number behind it, unrounded.

Exit 0: whatever the verdict, `unknown` too. 2: the canvas cannot be read or
has faults; it says which, with their lines.""",
    "jtbd score example-harbour-estates-northline-cabling --json | jq .verdict",
)

SHEET: Final = Lesson(
    "freeze a canvas as a sheet that nobody has signed yet",
    """\
Freezes what a canvas says now as DIR/draft-N.yaml, a commitment sheet that
waits for both signatures, and prints its path. The canvas stays as it is.

The sheet names the keys that will sign it. Party a's is your long-term key
(`jtbd key new` makes it). For party b a guest key is made that can sign this
sheet only; or b brings one of their own with --key-b.""",
    "jtbd sheet my-canvas --out signed --key-b bea.pub.pem",
)

SIGN: Final = Lesson(
    "sign a sheet for one party, or decline it",
    """\
Adds a party's signature to a draft and prints the path of what it wrote. The
last signature turns draft-N.yaml into sheet-N.yaml and sheet-N.pdf.

Read the sheet before you sign it: `jtbd export SHEET --pdf`. What you sign is
its hash and your statement of consent. The passphrase of a locked key is asked
for, or taken from JTBD_PASSPHRASE. A guest's key is removed once it has signed.

A guest with a key of their own signs the draft on their own machine and sends
the file back: see `jtbd import`. Who would rather not says so with --decline,
which is signed too and ends the round; nobody owes anybody anything then.""",
    'jtbd sign draft-1.yaml --party b --decline "too early" --suggests "Copper Fox"',
)

IMPORT: Final = Lesson(
    "bring back a sheet that was signed elsewhere",
    """\
Puts what was signed or declined on another machine on the draft that waits
here, and prints the path of what it wrote. The draft may have been signed here
meanwhile. Both files are verified first; if they contradict each other,
nothing is written. Once both have signed, the sheet is completed and sealed.

The draft is looked for in the folder of its canvas, then beside SHEET; --into
names another folder, as the one that `jtbd sheet --out` wrote to. SHEET itself
stays where it is, unless it bears the very name of the completed sheet.

Exit 0: it is in place, or was already. 2: no such draft waits here, or the
sheet does not hold or contradicts the one that is here.""",
    "jtbd import ~/Downloads/sheet-1.yaml --into signed",
)

VERIFY: Final = Lesson(
    "say what holds of a sheet and what does not",
    """\
Checks a sheet, or the one inside a PDF: that its content is unchanged since
both signed it with the keys it names. Then it prints what they promised.

It says `complete`, `incomplete` (somebody has yet to sign, or a PDF is an
unsealed copy), `declined`, or `invalid` with the rule that was broken. It
proves what was signed with which key, not who held the laptop.

Of a time stamp beside a sheet it tells what it says; that decides nothing.
--tsa-ca names the certificates of authorities that you trust with the time.

Exit 0: complete. 1: anything else. 2: the file cannot be read.""",
    "jtbd verify signed/sheet-1.yaml",
)

TIMESTAMP: Final = Lesson(
    "have somebody else say that a sheet is there by now",
    """\
Asks a time-stamping authority (RFC 3161) to sign the hash of a sheet's file
with the time by its own clock, and writes the answer beside it as sheet-N.tsr;
`jtbd verify` then tells of it, and `openssl ts -verify` checks it. The times in
the sheet itself are the laptop's.

This is the one command that sends anything: the SHA-256 of the file and a
random number, to the address that you name with --url or JTBD_TSA_URL. Neither
names nor promises can be read from it.

Exit 2: no address, no answer, or an answer that does not hold; nothing is
written, and the sheet is as good as before.""",
    "jtbd timestamp signed/sheet-1.yaml --url http://tsa.example/tsr",
)

EXPORT: Final = Lesson(
    "write the other forms of a sheet",
    """\
Writes a sheet's PDF, or its due dates as a calendar file, beside it under the
same name, and prints the path. Nothing is overwritten. A PDF that is printed
again is an unsealed copy: the seal is made once, with the last signature.

--eml writes the draft of a letter to both with the sheet, its PDF and the page
that checks it attached, to be sent by hand. The addresses are those of its
canvas.

--verifier writes verify.html, a page that checks any sheet in any browser,
from disk and without network: for whoever does not have this program.""",
    "jtbd export signed/sheet-1.yaml --ics",
)

KEY: Final = Lesson(
    "make or show your long-term key",
    """\
Your long-term key signs for you: keep it, and its passphrase, to yourself. It
lives encrypted in your config folder, never among the canvases. Its public
half lies beside it and may be given to anybody.""",
    "jtbd key new",
)

KEY_NEW: Final = Lesson(
    "make a key, encrypted with a passphrase",
    """\
Makes a P-256 key as an encrypted PKCS#8 PEM file, its public half beside it as
.pub.pem, and prints its path and its thumbprint. The passphrase is asked for
twice, or taken from JTBD_PASSPHRASE; it cannot be recovered. A key that is
there is never overwritten.""",
    "jtbd key new --out ana.pem",
)

KEY_SHOW: Final = Lesson(
    "show a key's thumbprint and its public half",
    """\
Prints where the key is, the thumbprint that sheets name it by, and its public
half, which whoever freezes a sheet for you takes as --key-b.""",
    "jtbd key show > ana.pub.pem",
)

LIST: Final = Lesson(
    "list the saved canvases",
    """\
Prints a line for each canvas: when it was last saved, its id, the job. Your
own come first, the latest on top, then the examples.

Exit 2: one of them cannot be opened; the others are listed all the same.""",
    "jtbd list --json | jq -r '.canvases[].id'",
)

SCHEMA: Final = Lesson(
    "print the JSON Schema of a format",
    """\
Prints the JSON Schema (draft 2020-12) of a canvas, a commitment sheet or a job
template, for editors and other programs.""",
    "jtbd schema canvas > canvas-1.schema.json",
)
