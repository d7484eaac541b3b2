"""Other programs' readers of what vrender writes, for tests/formats.t.

usage: readers.py csv FILE SEPARATOR   rows as JSON Lines, by column
       readers.py xml FILE...         fails unless all are well-formed
       readers.py mail FILE...        messages as JSON Lines
"""
import csv
import email
import email.policy
import json
import sys
import xml.parsers.expat


def read_csv(name, separator):
    csv.field_size_limit(1 << 30)
    with open(name, encoding="utf-8", newline="") as file:
        reader = csv.reader(file, delimiter=separator, strict=True)
        header = next(reader)
        for row in reader:
            assert len(row) == len(header), row
            print(json.dumps(dict(zip(header, row))))


def read_xml(names):
    for name in names:
        parser = xml.parsers.expat.ParserCreate(namespace_separator=" ")
        with open(name, "rb") as file:
            try:
                parser.ParseFile(file)
            except xml.parsers.expat.ExpatError as error:
                sys.exit("%s: %s" % (name, error))


def read_mail(names):
    for name in names:
        with open(name, "rb") as file:
            message = email.message_from_binary_file(
                file, policy=email.policy.default)
        parts = {part.get_content_type(): part.get_content()
                 for part in message.walk() if not part.is_multipart()}
        print(json.dumps({
            "headers": message.keys(),
            "subject": message["subject"],
            "date": message["date"].datetime.isoformat(),
            "to": [str(a) for a in message["to"].addresses],
            "names": [a.display_name for a in message["to"].addresses],
            "type": message.get_content_type(),
            "parts": parts,
            "defects": [str(defect) for part in message.walk()
                        for defect in part.defects],
        }))


if sys.argv[1] == "csv":
    read_csv(sys.argv[2], sys.argv[3])
elif sys.argv[1] == "xml":
    read_xml(sys.argv[2:])
else:
    read_mail(sys.argv[2:])
