/// One layer of a file read whole, column by column, every value as text.
package struct VectorLayer: Sendable {
    /// As the caller gave it.
    package var path: String
    package var name: String
    package var columns: [String]
    /// `values[column][row]`; nil where the file holds a null, "" where it holds empty text.
    package var values: [[String?]]
    /// One entry a row; nil where a feature has no shape or an empty one.
    package var shapes: [Shape?]
    /// nil when the file states none, as a plain CSV does.
    package var crs: CoordinateSystem?

    package init(
        path: String, name: String, columns: [String], values: [[String?]], shapes: [Shape?], crs: CoordinateSystem?
    ) {
        self.path = path
        self.name = name
        self.columns = columns
        self.values = values
        self.shapes = shapes
        self.crs = crs
    }

    /// Rows, or features.
    package var count: Int { shapes.count }

    /// The values of the column with exactly this name; nil when there is none.
    package func column(_ name: String) -> [String?]? {
        columns.firstIndex(of: name).map { values[$0] }
    }
}
