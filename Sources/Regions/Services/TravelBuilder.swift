package import HubModel

/// The travellers that the travel model knows, handed to the loader from outside.
package struct TravellerCatalogue: Sendable {
    package var names: [String]
    /// Default settings of a traveller; nil for an unknown name.
    package var settings: @Sendable (String) -> TravelSettings?

    package init(names: [String], settings: @escaping @Sendable (String) -> TravelSettings?) {
        self.names = names
        self.settings = settings
    }
}

extension TravellerCatalogue {
    /// A service's settings: the traveller's defaults with the study's changes.
    func settings(for travel: StudyTravel) throws -> TravelSettings {
        guard var result = settings(travel.traveller) else {
            try Study.check(travel.traveller, among: names, what: "traveller", at: travel.place)
            throw travel.place.failure("there are no settings for the traveller '\(travel.traveller)'.")
        }
        for change in travel.changes {
            guard result.set(change.key, to: change.value, source: change.source, mark: change.mark) else {
                try Study.check(
                    change.key, among: result.parameters.map(\.key), what: "travel setting", at: change.place)
                throw change.place.failure("there is no travel setting '\(change.key)'.")
            }
        }
        return result
    }
}
