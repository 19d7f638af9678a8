#!/usr/bin/env python3
"""Children within reach by neighbourhood, from a run folder, with pandas and GeoPandas.

Reads the tables by the data package that lies beside them, joins them to the areas of the map, and checks that the sums
are those of groups.csv. Writes reach_by_place.csv and reach_by_place.png (where matplotlib is installed).

usage: reach_by_place.py RUN SERVICE [OUT]
"""
import json
import pathlib
import sys

import geopandas
import pandas


def table(run, name):
    """A table of a run folder, with each column of the type that its schema gives."""
    package = json.loads((run / "datapackage.json").read_text())
    resource = next(entry for entry in package["resources"] if entry["name"] == name)
    types = {"string": "string", "integer": "Int64", "number": "float64"}
    columns = {field["name"]: types[field["type"]] for field in resource["schema"]["fields"]}
    return pandas.read_csv(run / resource["path"], dtype=columns)


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    run, service = pathlib.Path(sys.argv[1]), sys.argv[2]
    out = pathlib.Path(sys.argv[3] if len(sys.argv) == 4 else ".")

    result = json.loads((run / "result.json").read_text())
    limit = next(entry for entry in result["services"] if entry["id"] == service)["reachLimitMinutes"]
    journeys = table(run, "assignments").query("service == @service")
    journeys = journeys.assign(reached=journeys.children.where(journeys.minutes_there_and_back <= limit, 0))
    areas = journeys.groupby("area_code")[["children", "reached"]].sum().reset_index()

    # The areas of the map carry the same codes; a neighbourhood is found by where an area's inside point lies.
    shapes = geopandas.read_file(run / "plan.gpkg", layer=f"areas_{service}")[["code", "geometry"]]
    places = geopandas.read_file(run / "plan.gpkg", layer="neighbourhoods")[["name", "geometry"]]
    joined = shapes.assign(geometry=shapes.representative_point()).sjoin(places, how="left", predicate="within")
    named = areas.merge(joined[["code", "name"]], left_on="area_code", right_on="code", how="left", validate="1:1")
    named["name"] = named["name"].fillna("elsewhere")
    answer = named.groupby("name")[["children", "reached"]].sum().sort_index()
    answer["share_reached"] = (answer.reached / answer.children).astype(float).round(4)

    everyone = table(run, "groups").query("service == @service and group_id == 'everyone'").iloc[0]
    assert answer.reached.sum() == everyone.reached, "the sums are not those of groups.csv"
    assert answer.children.sum() == everyone.children, "the sums are not those of groups.csv"

    answer.to_csv(out / "reach_by_place.csv")
    print(answer.to_string())
    try:
        import matplotlib
    except ImportError:
        return
    matplotlib.use("Agg")
    drawn = places.merge(answer.reset_index(), on="name", how="left")
    axes = drawn.plot(column="share_reached", cmap="viridis", legend=True, figsize=(8, 7))
    axes.set_title(f"Share of children within {limit:g} minutes there and back")
    axes.set_axis_off()
    axes.figure.savefig(out / "reach_by_place.png", dpi=100)


if __name__ == "__main__":
    main()
