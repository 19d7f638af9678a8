/// Travel that cannot be worked out, told in one sentence that says what to do.
package struct TravelError: Error, Hashable, CustomStringConvertible {
    package let description: String

    init(_ sentence: String) {
        description = sentence
    }

    /// A parameter outside its range.
    static func outside(_ key: String, _ title: String, is value: String, must range: String) -> TravelError {
        TravelError("\(key) (\(title)) is \(value), but must be \(range). Change it in the study's travel settings.")
    }

    static func missing(_ key: String) -> TravelError {
        TravelError(
            "The travel settings have no \(key). Start from one of the named travellers "
                + "(\(Travellers.names.joined(separator: ", "))) and change what differs."
        )
    }

    static func notOnTheMap(_ what: String, _ number: Int, _ x: Double, _ y: Double) -> TravelError {
        TravelError(
            "The point of \(what) number \(number) is (\(x), \(y)), which is not a place. "
                + "Give it coordinates in the study's coordinate system."
        )
    }
}
