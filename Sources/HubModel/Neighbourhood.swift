/// A place that residents would name, with its outline for the map.
package struct Neighbourhood: Sendable {
    package var code: String
    package var name: String
    package var outline: Outline
    /// The larger place that it belongs to, where places of several are told apart: "Bradford".
    package var district: String?

    package init(code: String, name: String, outline: Outline, district: String? = nil) {
        self.code = code
        self.name = name
        self.outline = outline
        self.district = district
    }

    /// "City, Bradford", or the name alone where no district is told or the name holds it.
    package var fullName: String { Self.fullName(name, in: district) }

    /// Whether somebody who writes this means it: its name or full name, whatever the case of the letters.
    package func isCalled(_ text: String) -> Bool {
        [name.lowercased(), fullName.lowercased()].contains(text.lowercased())
    }

    package static func fullName(_ name: String, in district: String?) -> String {
        guard let district, !name.lowercased().contains(district.lowercased()) else { return name }
        return "\(name), \(district)"
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

extension [Neighbourhood] {
    /// In their order, what stands several times once: a place of the same code and the same outline. Lists of different
    /// kinds of places may use a code for different ones.
    package var eachOnce: [Neighbourhood] {
        var seen: [String: [Outline]] = [:]
        return filter { place in
            guard seen[place.code]?.contains(place.outline) != true else { return false }
            seen[place.code, default: []].append(place.outline)
            return true
        }
    }
}
