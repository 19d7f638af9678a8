internal import Foundation

/// FILE or FILE:LAYER, as options name a layer.
package struct LayerPath: Hashable, Sendable {
    package let file: String
    /// nil where none is named.
    package let layer: String?

    /// - Parameter text: "a.gpkg:ore" is layer ore of a.gpkg, unless a file is called that as a whole.
    package init(_ text: String) {
        guard !FileManager.default.fileExists(atPath: text), let colon = text.lastIndex(of: ":") else {
            (file, layer) = (text, nil)
            return
        }
        (file, layer) = (String(text[..<colon]), String(text[text.index(after: colon)...]))
    }
}
