/// What a study for a place is asked to be.
package struct PlaceRequest: Sendable {
    /// Names and codes of regions, districts, wards and towns; empty with a drawn outline.
    package var places: [String]
    package var drawn: PlaceFile?
    /// The package of England's open data.
    package var package: PlaceFile
    /// A file of the Community Needs Index 2023 by LSOA 2021, if the user has one.
    package var needsIndex: PlaceFile?
    /// Metres across the border; 0 for none.
    package var buffer: Double
    /// Whether people across the border count.
    package var countsAcross: Bool
    /// Hubs of each kind; nil leaves it to the number of people.
    package var count: Int?

    package init(
        places: [String], drawn: PlaceFile? = nil, package: PlaceFile, needsIndex: PlaceFile? = nil,
        buffer: Double = 5_000, countsAcross: Bool = true, count: Int? = nil
    ) {
        self.places = places
        self.drawn = drawn
        self.package = package
        self.needsIndex = needsIndex
        self.buffer = buffer
        self.countsAcross = countsAcross
        self.count = count
    }
}

/// A file with its name in two places.
package struct PlaceFile: Hashable, Sendable {
    /// As it is opened.
    package var path: String
    /// As the study names it.
    package var written: String
    /// nil when the file has one layer, or when the reader knows which.
    package var layer: String?

    package init(path: String, written: String, layer: String? = nil) {
        self.path = path
        self.written = written
        self.layer = layer
    }
}
