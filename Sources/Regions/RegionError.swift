/// Bad input, as one whole sentence for the planner: where it stands, what is wrong, and what to do.
package struct RegionError: Error, Hashable, CustomStringConvertible {
    package var description: String

    package init(_ description: String) {
        self.description = description
    }
}
