/// How the people of one service travel: every number of the travel model, with unit, source and mark.
///
/// Kept as a list so that a study, a report and a scenario can read and change any of them by its key.
package struct TravelSettings: Hashable, Sendable {
    /// For people: "a parent on foot with a pushchair and an under-5".
    package var traveller: String
    /// In the order in which they are shown; keys are unique.
    package private(set) var parameters: [Parameter]

    /// - Precondition: no two parameters share a key.
    package init(traveller: String, parameters: [Parameter]) {
        precondition(Set(parameters.map(\.key)).count == parameters.count, "parameter keys must be unique")
        self.traveller = traveller
        self.parameters = parameters
    }

    /// The value of a parameter.
    /// - Precondition: the settings hold one with this key.
    package subscript(key: String) -> Double {
        guard let parameter = parameters.first(where: { $0.key == key }) else {
            preconditionFailure("no travel parameter \(key)")
        }
        return parameter.value
    }

    /// Replaces a value as a study states it. Another value than the default is no longer what the default's source says:
    /// without a source or a mark of its own it counts as assumed by the study.
    /// - Returns: false, changing nothing, when there is no parameter with this key.
    package mutating func set(_ key: String, to value: Double, source: String? = nil, mark: Mark? = nil) -> Bool {
        guard let index = parameters.firstIndex(where: { $0.key == key }) else { return false }
        parameters[index].standard = parameters[index].standard ?? parameters[index].value
        parameters[index].value = value
        parameters[index].stated = true
        let isOther = parameters[index].standard != value
        parameters[index].source = source ?? (isOther ? "the study, which gives no source" : parameters[index].source)
        parameters[index].mark = mark ?? (isOther && source == nil ? .assumed : parameters[index].mark)
        return true
    }
}
