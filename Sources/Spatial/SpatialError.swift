/// What went wrong with a file, a shape or a coordinate system, as a whole sentence for the planner who reads it.
package struct SpatialError: Error, Hashable, CustomStringConvertible {
    package let description: String

    package init(_ sentence: String) {
        description = sentence
    }
}
