"""HTML by jinja2: html.py TEMPLATE OUTPUT REPORT.yaml..."""
import pathlib
import sys

import jinja2
import yaml

template, output, *reports = map(pathlib.Path, sys.argv[1:])
page = jinja2.Environment(autoescape=True).from_string(template.read_text("utf-8"))
loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
for report in reports:
    data = yaml.load(report.read_text("utf-8"), Loader=loader)
    (output / (report.stem + ".html")).write_text(page.render(data), "utf-8")
