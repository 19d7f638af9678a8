internal import HubModel
internal import Spatial

/// What a site could give and what it gives today.
struct SiteServices {
    private let ids: [String]

    init(study: Study) {
        ids = study.services.map(\.id)
    }

    struct Standing {
        var status: SiteStatus
        /// Bit s is service s of the study.
        var suits: UInt32
        var gives: UInt32
    }

    func read(_ layer: StudySiteLayer, data: VectorLayer, row: Int) throws -> Standing {
        let status = try status(layer, data: data, row: row)
        let given =
            switch layer.gives {
            case .services(let names): bits(names.map(\.text))
            case .column(let column): try given(column, layer: layer, data: data, row: row)
            }
        let exists = status == .open || status == .planned
        return Standing(
            status: status, suits: bits(layer.suits.map(\.text)) | given, gives: exists ? given : 0)
    }

    private func status(_ layer: StudySiteLayer, data: VectorLayer, row: Int) throws -> SiteStatus {
        switch layer.status {
        case .fixed(let status): return status
        case .column(let column):
            let text = data.column(column)?[row] ?? ""
            guard let status = SiteStatus(rawValue: text.lowercased()) else {
                let words = SiteStatus.allCases.map(\.rawValue)
                throw layer.place.failure(
                    "the file '\(layer.source.file)', row \(row + 1), column '\(column)': '\(text)' is not one of "
                        + "\(Wording.quoted(words, last: "or")).\(NearestName.hint(text, among: words))")
            }
            return status
        }
    }

    /// Several services in one value are parted by commas, semicolons or blanks.
    private func given(_ column: String, layer: StudySiteLayer, data: VectorLayer, row: Int) throws -> UInt32 {
        let names = (data.column(column)?[row] ?? "").split { ",; ".contains($0) }.map(String.init)
        for name in names where !ids.contains(name) {
            throw layer.place.failure(
                "the file '\(layer.source.file)', row \(row + 1), column '\(column)': there is no service '\(name)'; "
                    + "there are \(ids.joined(separator: ", ")).\(NearestName.hint(name, among: ids))")
        }
        return bits(names)
    }

    private func bits(_ names: [String]) -> UInt32 {
        names.reduce(0) { bits, name in
            ids.firstIndex(of: name).map { bits | 1 << UInt32($0) } ?? bits
        }
    }
}
