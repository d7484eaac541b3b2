"""Reads the structured data of the HTML files given, as JSON Lines."""
import json
import sys

import extruct

SYNTAXES = ["json-ld", "microdata", "rdfa", "microformat"]

for name in sys.argv[1:]:
    with open(name, encoding="utf-8") as file:
        page = file.read()
    json.dump(extruct.extract(page, syntaxes=SYNTAXES, errors="log"), sys.stdout)
    print()
