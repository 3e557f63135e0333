"""A file that lists HTML files -> seconds for each, all printed in one warm process."""
import json
import logging
import sys
import time

import weasyprint

logging.disable(logging.CRITICAL)
sheets = [open(path, encoding="utf-8").read() for path in json.load(open(sys.argv[1], encoding="utf-8"))]
for sheet in sheets[:2]:
    weasyprint.HTML(string=sheet).write_pdf()
start = time.monotonic()
for sheet in sheets:
    weasyprint.HTML(string=sheet).write_pdf()
print(json.dumps({"version": weasyprint.__version__, "seconds": (time.monotonic() - start) / len(sheets)}))
