internal import Foundation

/// What a dossier needs of `result.json`. Members that it does not need are not named.
struct DossierRun: Decodable, Sendable {
    struct Study: Decodable {
        var name: String
        var path: String
        var sha256: String
        var authors: [String]
    }

    struct Status: Decodable {
        var code: String
        var words: String
        var gap: Double?
        var method: String?
    }

    struct Parameter: Decodable, Hashable {
        var key: String
        var title: String
        var value: Double
        var unit: String
        var source: String
        var mark: String
        var stated: Bool
        var `default`: Double?
    }

    struct Travel: Decodable {
        var service: String
        var traveller: String
        var parameters: [Parameter]
    }

    struct ErrorBand: Decodable {
        var mode: String?
        var fraction: Double
    }

    struct Quality: Decodable {
        var title: String
        var errorBands: [ErrorBand]
        var source: String
    }

    struct Parameters: Decodable {
        var gap: Double
        var seed: String
        var travelQuality: Quality
        var travel: [Travel]
        var ties: Parameter
    }

    struct Figures: Decodable {
        var children: Int64
    }

    struct Group: Decodable {
        var title: String
        var figures: Withheld
    }

    struct Withheld: Decodable {
        var withheld: [String]
    }

    struct Share: Decodable {
        var rule: Int
        var hubs: Int
        var inside: Int
        var borderlineInside: Int
        var borderlineOutside: Int
    }

    struct Service: Decodable {
        var id: String
        var title: String
        var people: String
        var weight: String
        var count: Int
        var objectiveKind: String
        var shareAsked: String
        var parameters: [Parameter]
        var everyone: Figures
        var groups: [Group]
        var shares: [Share]
    }

    struct Region: Decodable {
        var name: String
        var crs: String
        var areas: Int
        var sites: Int
        var suppressBelow: Int
    }

    struct Rule: Decodable {
        var id: String
        var title: String
        var date: String
        var source: String
        var accuracyMetres: Double
        var accuracySource: String
        var accuracyMark: String
    }

    struct Dropped: Decodable {
        var rows: Int
        var why: String
    }

    struct Use: Decodable {
        var role: String
        var vintage: String?
        var read: Int
        var kept: Int
        var dropped: [Dropped]
    }

    struct Input: Decodable {
        var path: String
        var role: String
        var sha256: String
        var bytes: Int
        var records: Int?
        var licence: String?
        var uses: [Use]
    }

    struct Finding: Decodable {
        var kind: String
        var sentence: String
    }

    var hubplan: String
    var study: Study
    var status: Status
    var services: [Service]
    var parameters: Parameters
    var region: Region
    var rules: [Rule]
    var inputs: [Input]
    var findings: [Finding]

    /// - Throws: `HubPlanError` when the folder holds no result, or one that lacks what a dossier needs.
    init(folder: String) throws {
        _ = try WrittenResult(folder: folder)
        let path = URL(fileURLWithPath: folder).appendingPathComponent("result.json")
        do {
            self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: path))
        } catch {
            throw HubPlanError(
                "\(folder)/result.json was made by a hubplan that did not yet log what a dossier tells: "
                    + "solve the study again, or write its folder again with `hubplan report`.")
        }
    }

    /// Everybody whom the study names as answering for it, in one phrase.
    var authors: String {
        study.authors.isEmpty ? "the study, which names no authors" : study.authors.joined(separator: ", ")
    }
}
