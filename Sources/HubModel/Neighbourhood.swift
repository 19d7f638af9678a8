/// A place that residents would name, with its outline for the map.
package struct Neighbourhood: Sendable {
    package var code: String
    package var name: String
    package var outline: Outline

    package init(code: String, name: String, outline: Outline) {
        self.code = code
        self.name = name
        self.outline = outline
    }
}

/// Polygons as rings of points in the study's coordinate system: the first ring of each polygon is its shell.
package struct Outline: Hashable, Sendable {
    package var polygons: [[[Point]]]

    package init(polygons: [[[Point]]]) {
        self.polygons = polygons
    }

    package static let empty = Outline(polygons: [])
    package var isEmpty: Bool { polygons.isEmpty }
}
