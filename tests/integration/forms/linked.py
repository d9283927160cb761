"""Forms that are linked to each other, and the rows that they leave: suppliers, products, purchase requisitions."""

import json
from typing import Any

from ..directory.company import Company
from .quote import Desk, field


def form(name: str, *fields: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"name": name, "fields": list(fields), **more}


def link(identity: str, *forms: str, required: bool = False, **options: Any) -> dict[str, Any]:
    return field(identity, "link", identity, required=required, options={"forms": list(forms), **options})


def opened(company: Company, name: str, *fields: dict[str, Any], **more: Any) -> Desk:
    """A published form whose records are called by their field `name`."""
    made = form(name, field("name", "text", "name", indexed=True), *fields, **{"title": "{name}", **more})
    return Desk.open(company, made)


def rows(company: Company, kind: str) -> dict[tuple[str, str], dict[str, Any]]:
    """Documents by partition, without the tenant, and sort key."""
    found = {}
    for row in company.cloud.rows():
        if row["kind"]["S"] == kind:
            found[row["pk"]["S"].split("#", 2)[2], row["sk"]["S"]] = json.loads(row["doc"]["S"])
    return found


def children(company: Company, desk: Desk, path: str) -> dict[str, dict[str, int]]:
    """Of each parent its children through a link of the form, with the version that their entries show."""
    found: dict[str, dict[str, int]] = {}
    for (partition, record_id), doc in rows(company, "record_child").items():
        _, form_id, link_path, parent = partition.split("#")
        if (form_id, link_path) == (desk.form_id, path):
            found.setdefault(parent, {})[record_id] = doc["version"]
    return found
