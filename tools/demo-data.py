#!/usr/bin/env python3
"""Makes the demo's files from the real ones: facts only, no texts of others, no names of persons.

    tools/demo-data.py DATA-FOLDER

DATA-FOLDER holds uk-petitions/petitions.jsonl and uk-written-questions/questions.jsonl.gz. The same input always gives the
same bytes.

The petitions are all 47. The questions are a uniform sample of 5,000 out of all those tabled in the complete months
(December 2023, July to September 2024): those whose SHA-256 of "oel-demo/1:" and their id is smallest. Nothing about a
question but its id decides whether it is in, so figures over the sample estimate figures over those months.

A heading is carried only where each of its words is a common one: it stands in lower case in the texts of at least 40
questions, or is on the short list below. All others can hold the name of a person, and are left out; the import then
names the question by its number. A petition whose title names a person is named by its number as well.
"""
import collections
import gzip
import hashlib
import json
import pathlib
import re
import sys

MONTHS = {"2023-12", "2024-07", "2024-08", "2024-09"}
QUESTIONS = 5000
COMMON = 40
ALSO_COMMON = set(
    """africa african america asia australia bangladesh belarus britain british canada china cyprus east egypt england
    ethiopia eu europe european france gaza georgia germany ghana hong india iran iraq ireland israel italy japan jordan
    kenya kong kosovo lebanon libya london manchester middle myanmar nato nepal nhs nigeria north northern pakistan
    palestinians poland qatar russia rwanda saudi scotland scottish somalia south sri lanka sudan syria taiwan turkey uae
    uganda uk ukraine united kingdom states usa vietnam wales welsh west yemen zimbabwe bbc ofcom ofgem ofsted ofwat hmrc
    dvla dvsa vat covid-19 gp gps pip send ai""".split()
)
PERSONS_IN_TITLES = {104334, 104471, 106992, 171928, 172778, 180304}
PETITION = (
    "id state signature_count created_at open_at opened_at closed_at updated_at rejected_at "
    "response_threshold_reached_at government_response_at debate_threshold_reached_at"
).split()
QUESTION = (
    "id uin dateTabled dateForAnswer isNamedDay answeringBodyName dateAnswered answerIsHolding "
    "dateAnswerCorrected dateHoldingAnswer observed_at"
).split()


def words(text):
    return re.findall(r"[^\W_]+(?:[-'’][^\W_]+)*", text)


def pick(row, keys):
    return {key: row[key] for key in keys if row.get(key) not in (None, False)}


def petitions(folder):
    for line in open(folder / "uk-petitions" / "petitions.jsonl", encoding="utf-8"):
        row = json.loads(line)
        fact = pick(row, PETITION)
        named = row["id"] in PERSONS_IN_TITLES
        fact["action"] = f"Petition {row['id']}" if named else " ".join(row["action"].split())
        fact["links"] = {"self": row["links"]["self"]}
        fact["_derived"] = pick(row["_derived"], ["department_signoff"])
        if row["rejection"]:
            fact["rejection"] = {"code": row["rejection"]["code"]}
        if row["debate"]:
            fact["debate"] = pick(row["debate"], ["debated_on"])
        yield fact


def questions(folder):
    rows, seen_in = [], collections.Counter()
    with gzip.open(folder / "uk-written-questions" / "questions.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            seen_in.update({word for word in words(row["questionTextFull"]) if word == word.lower()})
            if row["dateTabled"][:7] in MONTHS:
                rows.append(pick(row, QUESTION) | {"heading": row["heading"]})
    rows.sort(key=lambda row: hashlib.sha256(f"oel-demo/1:{row['id']}".encode()).digest())
    for row in sorted(rows[:QUESTIONS], key=lambda row: row["id"]):
        heading = row.pop("heading")
        if heading and all(seen_in[w.lower()] >= COMMON or w.lower() in ALSO_COMMON for w in words(heading)):
            row["heading"] = heading
        yield row


def write(file, rows):
    text = "".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows)
    packed = gzip.compress(text.encode(), 9, mtime=0)
    file.write_bytes(packed)
    print(f"{file}: {text.count(chr(10)):,} rows, {len(packed):,} bytes")


if __name__ == "__main__":
    data = pathlib.Path(sys.argv[1])
    into = pathlib.Path(__file__).resolve().parent.parent / "standalone/src/main/resources/demo"
    into.mkdir(parents=True, exist_ok=True)
    write(into / "petitions.jsonl.gz", petitions(data))
    write(into / "questions.jsonl.gz", questions(data))
