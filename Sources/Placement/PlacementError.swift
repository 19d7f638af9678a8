/// A problem or a plan that placement cannot work with, told in a sentence that says what to do.
package struct PlacementError: Error, CustomStringConvertible, Hashable {
    package let description: String

    package init(_ description: String) {
        self.description = description
    }
}
