internal import Spatial

/// A layer of a file in the folder that fits one of the forms of an open file.
struct FoundFile: Sendable {
    let file: OpenFile.ID
    let form: HeadingForm
    /// From the folder given: what reports show.
    let path: String
    /// As readers take it; leads into an archive where it lies in one.
    let fullPath: String
    /// The file on the disk: the archive, where it lies in one.
    let diskPath: String
    let layer: String
    /// Which layer of its file it is, from 0.
    let layerNumber: Int
    /// The column for each role.
    let columns: [ColumnRole: String]
    /// Columns in the layer, used or not: of two that fit, the one with fewer is the nearer to what was published.
    let columnCount: Int
}
