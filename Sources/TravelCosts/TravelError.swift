internal import HubModel

/// Travel that cannot be worked out, told in one sentence that says what to do.
package struct TravelError: Error, Hashable, CustomStringConvertible {
    package let description: String

    init(_ sentence: String) {
        description = sentence
    }

    /// A parameter outside its range.
    static func outside(_ parameter: Parameter, is value: String, must range: String) -> TravelError {
        TravelError(
            "\(parameter.key) (\(parameter.title); \(parameter.unit)) is \(value), but must be \(range). "
                + "Change it in the study's travel settings."
        )
    }

    static func missing(_ key: String) -> TravelError {
        TravelError(
            "The travel settings have no \(key). Start from one of the named travellers "
                + "(\(Travellers.names.joined(separator: ", "))) and change what differs."
        )
    }

    /// - Parameter number: counted from 1.
    static func notOnTheMap(_ what: String, _ number: Int, _ x: Double, _ y: Double) -> TravelError {
        TravelError(
            "The point of \(what) number \(number) is (\(x), \(y)), which is not a place. "
                + "Give it coordinates in the study's coordinate system."
        )
    }
}
