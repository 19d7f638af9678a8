#!/usr/bin/env python3
"""A QGIS project of a plan: every layer of plan.gpkg in the style that is stored with it.

Fails when a layer does not open, or when its style is not the one that the file holds. The project opens in QGIS, and
`qgis_process run native:rasterize --PROJECT_PATH=...` draws it.

usage: open_plan.py RUN PROJECT.qgz
"""
import pathlib
import sys

from qgis.core import QgsApplication, QgsProject, QgsVectorLayer

# What lies under what, from the bottom up.
ORDER = ["areas_", "neighbourhoods", "qualifying_places", "assignments", "candidates", "hubs"]


def build(plan, target):
    project = QgsProject.instance()
    whole = QgsVectorLayer(str(plan), "plan", "ogr")
    names = [entry.split("!!::!!")[1] for entry in whole.dataProvider().subLayers()]
    names = [name for name in names if name != "layer_styles"]
    names.sort(key=lambda name: next(i for i, start in enumerate(ORDER) if name.startswith(start)))
    for name in names:
        layer = QgsVectorLayer(f"{plan}|layername={name}", name, "ogr")
        assert layer.isValid(), f"{name} does not open"
        assert layer.crs().authid(), f"{name} says no coordinate system"
        message, loaded = layer.loadDefaultStyle()
        assert loaded, f"the style of {name} does not load: {message}"
        project.addMapLayer(layer)
        print(f"{name}: {layer.featureCount()} features, {layer.renderer().type()} in {layer.crs().authid()}")
    project.setCrs(layer.crs())
    assert project.write(target), "the project was not written"
    project.clear()


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    QgsApplication.setPrefixPath("/usr", True)
    application = QgsApplication([], False)
    application.initQgis()
    build(pathlib.Path(sys.argv[1]).resolve() / "plan.gpkg", sys.argv[2])
    # Everything of QGIS's must be gone before this.
    application.exitQgis()


if __name__ == "__main__":
    main()
